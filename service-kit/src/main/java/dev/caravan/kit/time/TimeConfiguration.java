package dev.caravan.kit.time;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Gives every service its one [Pace].
@AutoConfiguration
@EnableConfigurationProperties(ClockSettings.class)
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Pace pace(ClockSettings settings) {
        return settings.url() == null ? new MachinePace() : SimulatedPace.keptAt(settings.url());
    }
}
