package dev.caravan.simulator.domains;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import dev.caravan.simulator.world.DomainName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How long things take that Microsoft does later. What is under way already keeps its instant.
public final class DomainPace implements Recalling {

    private static final String KIND = "domains";
    private static final int MINUTES_MIN = 5;
    private static final int MINUTES_MAX = 60;

    private final Journal journal;
    private volatile DomainSettings settings;

    DomainPace(DomainSettings settings, Journal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    /// How long a domain is still held after it was removed.
    ///
    /// @param world the name of its world
    public Duration release(String world, DomainName domain) {
        Duration set = settings.release();
        return set == null ? drawn(world + "/" + domain) : set;
    }

    private static Duration drawn(String name) {
        long drawn =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
        return Duration.ofMinutes(MINUTES_MIN + Math.floorMod(drawn, MINUTES_MAX - MINUTES_MIN + 1));
    }

    /// How long Exchange does not know of a domain that was verified.
    public Duration acceptance() {
        return settings.acceptance();
    }

    DomainSettings settings() {
        return settings;
    }

    synchronized void set(DomainSettings wanted) {
        ObjectNode data = JsonMapper.shared()
                .createObjectNode()
                .put("acceptance", wanted.acceptance().toString());
        if (wanted.release() != null) {
            data.put("release", wanted.release().toString());
        }
        journal.append(new Entry(KIND, data));
        settings = wanted;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void recall(Entry entry) {
        JsonNode release = entry.data().path("release");
        settings = new DomainSettings(
                release.isString() ? Duration.parse(release.asString()) : null,
                Duration.parse(entry.data().path("acceptance").asString()));
    }
}
