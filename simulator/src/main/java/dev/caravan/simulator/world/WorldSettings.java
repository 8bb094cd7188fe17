package dev.caravan.simulator.world;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param worlds the folders of the worlds
@ConfigurationProperties("simulator")
record WorldSettings(@DefaultValue List<Path> worlds) {

    WorldSettings {
        if (worlds.isEmpty()) {
            throw new IllegalArgumentException("simulator.worlds: there is no world to simulate");
        }
    }
}
