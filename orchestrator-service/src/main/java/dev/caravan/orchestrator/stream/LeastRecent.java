package dev.caravan.orchestrator.stream;

import java.util.LinkedHashMap;
import java.util.Map;

/// A bounded memory of what was used last.
final class LeastRecent<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int entriesMax;

    LeastRecent(int entriesMax) {
        super(16, 0.75f, true);
        this.entriesMax = entriesMax;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > entriesMax;
    }
}
