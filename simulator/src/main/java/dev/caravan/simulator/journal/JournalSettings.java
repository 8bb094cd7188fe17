package dev.caravan.simulator.journal;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param data the directory that the simulator keeps its state in
@ConfigurationProperties("simulator")
record JournalSettings(Path data) {

    JournalSettings {
        if (data == null) {
            throw new IllegalArgumentException("simulator.data: the directory for the simulator's state is missing");
        }
    }
}
