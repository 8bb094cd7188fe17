package dev.caravan.simulator.domains;

import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.KeptSettings;
import dev.caravan.simulator.world.DomainName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/// How long things take that Microsoft does later. What is under way already keeps its instant.
public final class DomainPace extends KeptSettings<DomainSettings> {

    private static final int MINUTES_MIN = 5;
    private static final int MINUTES_MAX = 60;

    DomainPace(DomainSettings settings, Journal journal) {
        super("domains", DomainSettings.class, settings, journal);
    }

    /// How long a domain is still held after it was removed.
    ///
    /// @param world the name of its world
    public Duration release(String world, DomainName domain) {
        Duration set = settings().release();
        return set == null ? drawn(world + "/" + domain) : set;
    }

    private static Duration drawn(String name) {
        long drawn =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
        return Duration.ofMinutes(MINUTES_MIN + Math.floorMod(drawn, MINUTES_MAX - MINUTES_MIN + 1));
    }

    /// How long Exchange does not know of a domain that was verified.
    public Duration acceptance() {
        return settings().acceptance();
    }
}
