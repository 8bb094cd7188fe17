package dev.caravan.simulator.unclear;

import dev.caravan.simulator.journal.Journal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UnclearSettings.class)
class UnclearConfiguration {

    @Bean
    Unclear unclear(UnclearSettings settings, Journal journal) {
        return new Unclear(settings, journal);
    }
}
