package dev.caravan.simulator.login;

import dev.caravan.simulator.faults.FaultKinds;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    @Bean
    FaultKinds signInFaults() {
        return new FaultKinds(Set.of(Refusals.KIND));
    }
}
