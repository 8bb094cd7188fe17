package dev.caravan.kit.messaging;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Which schema registry this service asks.
///
/// @param url its Confluent-compatible interface, such as `http://127.0.0.1:8080/apis/ccompat/v7`
@ConfigurationProperties("caravan.registry")
record RegistrySettings(@Nullable URI url) {

    RegistrySettings {
        if (url != null && !"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("caravan.registry.url: must be an http address, is " + url);
        }
    }

    URI required() {
        if (url == null) {
            throw new IllegalArgumentException("caravan.registry.url: must be set, as the registry's http address");
        }
        return url;
    }
}
