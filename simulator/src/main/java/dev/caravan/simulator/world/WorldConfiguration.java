package dev.caravan.simulator.world;

import dev.caravan.simulator.journal.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorldConfiguration {

    @Bean
    WorldsKept worldsKept(Worlds worlds, Journal journal) {
        return new WorldsKept(worlds, journal);
    }
}
