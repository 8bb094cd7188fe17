package dev.caravan.simulator.domains;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param release the simulated time that a removed domain is still held; without one 5 to 60 minutes, by its name
/// @param acceptance the simulated time after which Exchange learns of a verified domain
@ConfigurationProperties("simulator.domains")
record DomainSettings(
        @Nullable Duration release, @DefaultValue("2m") Duration acceptance) {

    private static final Duration RELEASE_MIN = Duration.ofMinutes(5);
    private static final Duration RELEASE_MAX = Duration.ofHours(40);
    private static final Duration ACCEPTANCE_MAX = Duration.ofHours(1);

    DomainSettings {
        if (release != null && (release.compareTo(RELEASE_MIN) < 0 || release.compareTo(RELEASE_MAX) > 0)) {
            throw new IllegalArgumentException("simulator.domains.release: must be from 5 minutes to 40 hours");
        }
        if (acceptance.isNegative() || acceptance.compareTo(ACCEPTANCE_MAX) > 0) {
            throw new IllegalArgumentException("simulator.domains.acceptance: must be from nothing to an hour");
        }
    }
}
