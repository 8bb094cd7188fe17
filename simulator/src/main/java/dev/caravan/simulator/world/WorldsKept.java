package dev.caravan.simulator.world;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import dev.caravan.simulator.journal.UnusableDataException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Refuses to go on with a journal that was written over other worlds.
final class WorldsKept implements Recalling, SmartLifecycle {

    private static final String KIND = "worlds";

    private final Journal journal;
    private final SortedMap<String, String> loaded = new TreeMap<>();
    private volatile boolean known;
    private volatile boolean running;

    WorldsKept(Worlds worlds, Journal journal) {
        this.journal = journal;
        worlds.all().forEach(world -> loaded.put(world.name(), digest(world)));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void recall(Entry entry) {
        SortedMap<String, String> before = new TreeMap<>();
        entry.data()
                .properties()
                .forEach(world -> before.put(world.getKey(), world.getValue().asString()));
        if (!before.keySet().equals(loaded.keySet())) {
            throw new UnusableDataException(
                    "the data directory holds the worlds " + before.keySet() + ", not " + loaded.keySet());
        }
        before.forEach((name, digest) -> {
            if (!digest.equals(loaded.get(name))) {
                throw new UnusableDataException(
                        "the world " + name + " is not the one that the data directory was written over");
            }
        });
        known = true;
    }

    @Override
    public void start() {
        if (!known) {
            ObjectNode data = JsonMapper.shared().createObjectNode();
            loaded.forEach(data::put);
            journal.append(new Entry(KIND, data));
            known = true;
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

    private static String digest(World world) {
        MessageDigest whole = sha256();
        for (Map.Entry<String, byte[]> file : world.files().entrySet()) {
            whole.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            whole.update((byte) 0);
            whole.update(sha256().digest(file.getValue()));
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform knows SHA-256", e);
        }
    }
}
