package dev.caravan.orchestrator.console.http;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param allowedHosts names under which the console may be called beside the loopback ones, as a proxy or a cluster
///     calls it; anything else in a Host header is refused
/// @param bodyMax how large a request may be
@ConfigurationProperties("caravan.console.http")
record HttpSettings(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("768KB") DataSize bodyMax) {
    HttpSettings {
        allowedHosts =
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        if (bodyMax.toBytes() <= 0) {
            throw new IllegalArgumentException("caravan.console.http.body-max: must be more than nothing");
        }
    }
}
