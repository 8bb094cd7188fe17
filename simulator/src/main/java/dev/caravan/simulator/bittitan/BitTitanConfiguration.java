package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.clock.Agenda;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.faults.FaultKinds;
import dev.caravan.simulator.faults.Faults;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.world.Worlds;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BitTitanSettings.class)
class BitTitanConfiguration {

    @Bean
    FaultKinds bitTitanFaults() {
        return new FaultKinds(Set.of(BitTitan.THROTTLE, BitTitan.REMOTE));
    }

    @Bean
    BitTitan bitTitan(
            Worlds worlds,
            SimulatedClock clock,
            Agenda agenda,
            Journal journal,
            Ledger ledger,
            Faults faults,
            Tenants tenants,
            Credentials credentials,
            BitTitanSettings settings) {
        Engine engine = new Engine(tenants, new Access(tenants, credentials), settings);
        return new BitTitan(worlds, clock, agenda, journal, ledger, faults, engine);
    }

    @Bean
    Runner bitTitanRunner(
            BitTitanSettings settings,
            BitTitan bitTitan,
            Credentials credentials,
            Ledger ledger,
            SimulatedClock clock,
            Activity activity) {
        return new Runner(settings.port(), () -> new Session(bitTitan, credentials, ledger, clock), activity);
    }
}
