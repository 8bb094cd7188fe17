package dev.caravan.simulator.clock;

import dev.caravan.simulator.journal.Journal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockSettings.class)
class ClockConfiguration {

    @Bean
    SimulatedClock clock(ClockSettings settings, Journal journal) {
        return new SimulatedClock(settings.start(), settings.speed(), journal);
    }

    @Bean
    Agenda agenda(SimulatedClock clock) {
        return new Agenda(clock);
    }

    @Bean
    Activity activity() {
        return new Activity();
    }
}
