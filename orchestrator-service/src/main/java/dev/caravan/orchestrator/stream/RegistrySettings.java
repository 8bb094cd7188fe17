package dev.caravan.orchestrator.stream;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Which schema registry this service asks.
///
/// @param url its Confluent-compatible interface, such as `http://127.0.0.1:8080/apis/ccompat/v7`
@ConfigurationProperties("caravan.registry")
record RegistrySettings(URI url) {

    RegistrySettings {
        if (url == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("caravan.registry.url: must be an http address, is " + url);
        }
    }
}
