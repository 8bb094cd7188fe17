package dev.caravan.simulator.world;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorldSettings.class)
class WorldConfiguration {

    @Bean
    Worlds worlds(WorldSettings settings) {
        WorldReader reader = new WorldReader();
        return new Worlds(settings.worlds().stream().map(reader::read).toList());
    }
}
