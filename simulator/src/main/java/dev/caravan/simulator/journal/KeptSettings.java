package dev.caravan.simulator.journal;

import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Settings that can be changed while the simulator runs, and outlive the process.
///
/// @param <S> a record whose constructor refuses what cannot be set
public abstract class KeptSettings<S extends Record> implements Recalling {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String kind;
    private final Journal journal;
    private final Class<S> type;
    private volatile S settings;

    /// @param kind of the journal's entries
    /// @param settings until somebody changes them
    protected KeptSettings(String kind, Class<S> type, S settings, Journal journal) {
        this.kind = kind;
        this.type = type;
        this.settings = settings;
        this.journal = journal;
    }

    /// As they are now.
    public final S settings() {
        return settings;
    }

    /// They are like that from now on.
    public final synchronized void set(S wanted) {
        journal.append(new Entry(kind, JSON.valueToTree(wanted)));
        settings = wanted;
    }

    @Override
    public final Set<String> kinds() {
        return Set.of(kind);
    }

    @Override
    public final void recall(Entry entry) {
        settings = JSON.treeToValue(entry.data(), type);
    }
}
