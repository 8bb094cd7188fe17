package dev.caravan.simulator.domains;

import dev.caravan.simulator.journal.Journal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DomainSettings.class)
class DomainConfiguration {

    @Bean
    DomainPace domainPace(DomainSettings settings, Journal journal) {
        return new DomainPace(settings, journal);
    }
}
