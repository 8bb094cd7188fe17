package dev.caravan.simulator.unclear;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The present position of every switch.
public final class Unclear implements Recalling {

    private static final String KIND = "unclear";

    private final Journal journal;
    private volatile UnclearSettings settings;

    Unclear(UnclearSettings settings, Journal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    public Pages pages() {
        return settings.pages();
    }

    public Force forceDelete() {
        return settings.forceDelete();
    }

    public Texts texts() {
        return settings.texts();
    }

    public Absence absence() {
        return settings.absence();
    }

    public DeletedReferences deletedReferences() {
        return settings.deletedReferences();
    }

    public SyncSwitch syncSwitch() {
        return settings.syncSwitch();
    }

    /// After how long a directory is no longer synchronised.
    public Duration syncOffTime() {
        return settings.syncOffTime();
    }

    UnclearSettings settings() {
        return settings;
    }

    synchronized void set(UnclearSettings wanted) {
        ObjectNode data = JsonMapper.shared().valueToTree(wanted);
        journal.append(new Entry(KIND, data));
        settings = wanted;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void recall(Entry entry) {
        settings = JsonMapper.shared().treeToValue(entry.data(), UnclearSettings.class);
    }
}
