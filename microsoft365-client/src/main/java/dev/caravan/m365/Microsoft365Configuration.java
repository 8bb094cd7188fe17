package dev.caravan.m365;

import dev.caravan.kit.credentials.Credentials;
import dev.caravan.m365.call.GovernorSettings;
import dev.caravan.m365.wire.Microsoft365Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/// Gives a service its [Microsoft365]; only when something needs it, because the SDK takes its time to load.
@AutoConfiguration
@EnableConfigurationProperties({Microsoft365Settings.class, GovernorSettings.class})
class Microsoft365Configuration {

    @Bean
    @Lazy
    Microsoft365 microsoft365(
            Microsoft365Settings settings, GovernorSettings governor, Credentials credentials, MeterRegistry meters) {
        return new Microsoft365(settings, governor, credentials, RandomGenerator.getDefault(), meters);
    }
}
