package dev.caravan.simulator;

import dev.caravan.simulator.control.NameServers;
import dev.caravan.simulator.faults.FaultKinds;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.mail.MailExchangers;
import dev.caravan.simulator.portal.RecordSet;
import dev.caravan.simulator.portal.ZoneDesk;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Worlds;
import dev.caravan.simulator.world.ZoneFile;
import dev.caravan.simulator.world.ZoneState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
class UntilNameServers {

    @Bean
    @Fallback
    ZoneState loadedZones(Worlds worlds) {
        return zone -> worlds.all().stream()
                .flatMap(world -> world.zones().stream())
                .filter(file -> file.zone().equals(zone))
                .map(ZoneFile::text)
                .findFirst()
                .orElseThrow();
    }

    @Bean
    @Fallback
    MailExchangers noExchangers() {
        return _ -> new MailExchangers.Answer.Unanswered("there is no resolver");
    }

    @Bean
    @Fallback
    FaultKinds noFaults() {
        return new FaultKinds(Set.of());
    }

    @Bean
    @Fallback
    NameServers noNameServers() {
        return new NameServers() {
            @Override
            public Map<String, String> servers() {
                return Map.of();
            }

            @Override
            public String resolver() {
                return "";
            }
        };
    }

    @Bean
    @Fallback
    ZoneDesk closedDesk() {
        return new ZoneDesk() {
            @Override
            public Optional<List<RecordSet>> zone(DomainName zone) {
                return Optional.empty();
            }

            @Override
            public Edited put(DomainName zone, RecordSet set, Function<Edited, NewCall> told) {
                return new Edited.Refused("closed");
            }

            @Override
            public Edited delete(DomainName zone, String name, String type, Function<Edited, NewCall> told) {
                return new Edited.Refused("closed");
            }
        };
    }
}
