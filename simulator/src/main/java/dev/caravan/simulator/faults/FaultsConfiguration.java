package dev.caravan.simulator.faults;

import dev.caravan.simulator.journal.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FaultsConfiguration {

    @Bean
    Faults faults(Journal journal) {
        return new Faults(journal);
    }
}
