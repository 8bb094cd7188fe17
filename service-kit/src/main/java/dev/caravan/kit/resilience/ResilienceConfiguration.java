package dev.caravan.kit.resilience;

import dev.caravan.kit.messaging.Worker;
import dev.caravan.kit.time.Pace;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Gives a worker its [Remotes].
@AutoConfiguration
@ConditionalOnBean(Worker.class)
@EnableConfigurationProperties(RemoteSettings.class)
class ResilienceConfiguration {

    @Bean
    Remotes remotes(RemoteSettings settings, Pace pace) {
        return new Remotes(settings, pace);
    }
}
