package dev.caravan.kit.time;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Whose clock this process goes by.
///
/// @param url where the simulated clock is asked; absent or empty: the machine's clock
@ConfigurationProperties("caravan.clock")
record ClockSettings(@Nullable URI url) {

    ClockSettings {
        if (url != null && url.toString().isBlank()) {
            url = null;
        }
        if (url != null && !"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("caravan.clock.url: must be an http address, is " + url);
        }
    }
}
