package dev.caravan.simulator.tenants;

import dev.caravan.simulator.faults.FaultKinds;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReplicaConfiguration {

    @Bean
    FaultKinds replicaFaults() {
        return new FaultKinds(Set.of(Replicas.LAG));
    }
}
