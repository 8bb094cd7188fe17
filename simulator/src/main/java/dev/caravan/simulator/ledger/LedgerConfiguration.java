package dev.caravan.simulator.ledger;

import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.journal.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Ledger ledger(SimulatedClock clock, Journal journal) {
        return new Ledger(clock, journal);
    }
}
