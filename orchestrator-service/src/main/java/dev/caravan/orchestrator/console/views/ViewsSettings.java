package dev.caravan.orchestrator.console.views;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param detailsMax how much memory the steps and plans of all runs may take; what is beyond is read again when needed
@ConfigurationProperties("caravan.console.views")
record ViewsSettings(@DefaultValue("48MB") DataSize detailsMax) {
    ViewsSettings {
        if (detailsMax.toBytes() <= 0) {
            throw new IllegalArgumentException("caravan.console.views.details-max: must be more than nothing");
        }
    }
}
