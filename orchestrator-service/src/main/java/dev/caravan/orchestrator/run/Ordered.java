package dev.caravan.orchestrator.run;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// An immutable map that keeps its order, which `Map.copyOf` does not, and is not copied twice: a run's value is
/// rebuilt several times per input.
final class Ordered<K, V> extends AbstractMap<K, V> {

    private final Map<K, V> entries;

    private Ordered(Map<K, V> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return map instanceof Ordered ? map : new Ordered<>(new LinkedHashMap<>(map));
    }

    /// A copy with something changed.
    static <K, V> Map<K, V> changed(Map<K, V> map, Consumer<Map<K, V>> change) {
        var copy = new LinkedHashMap<>(map);
        change.accept(copy);
        return new Ordered<>(copy);
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        return changed(map, copy -> copy.put(key, value));
    }

    @Override
    @SuppressWarnings("NullAway") // null says that there is no such key, as Map demands
    public V get(Object key) {
        return entries.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return entries.entrySet();
    }
}
