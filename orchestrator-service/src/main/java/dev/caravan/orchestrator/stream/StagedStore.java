package dev.caravan.orchestrator.stream;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// One state store with the writes of the record at hand beside it: whoever reads sees them, and the store gets them
/// last, when nothing can fail any more. A fault on the way costs a [#forget()].
final class StagedStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final NavigableMap<Bytes, Optional<byte[]>> staged = new TreeMap<>();

    StagedStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    Optional<byte[]> get(StoreKey key) {
        var write = staged.get(key.bytes());
        return write != null ? write : Optional.ofNullable(store.get(key.bytes()));
    }

    void put(StoreKey key, byte[] value) {
        staged.put(key.bytes(), Optional.of(value));
    }

    void delete(StoreKey key) {
        staged.put(key.bytes(), Optional.empty());
    }

    /// Lends the entries from one key to another, both inclusive, in the order of their bytes.
    <T> T scan(StoreKey from, StoreKey to, Function<Iterator<Map.Entry<Bytes, byte[]>>, T> reader) {
        try (var stored = store.range(from.bytes(), to.bytes())) {
            var writes = staged.subMap(from.bytes(), true, to.bytes(), true);
            return reader.apply(new Merged(stored, writes.entrySet().iterator()));
        }
    }

    /// Shows every stored entry, whatever is staged.
    void forEach(BiConsumer<Bytes, byte[]> visitor) {
        try (var all = store.all()) {
            all.forEachRemaining(entry -> visitor.accept(entry.key, entry.value));
        }
    }

    void write() {
        staged.forEach((key, value) -> store.put(key, value.orElse(null)));
        staged.clear();
    }

    void forget() {
        staged.clear();
    }

    /// Two sorted sequences as one; a staged write hides the stored value of its key.
    private static final class Merged implements Iterator<Map.Entry<Bytes, byte[]>> {
        private final KeyValueIterator<Bytes, byte[]> stored;
        private final Iterator<Map.Entry<Bytes, Optional<byte[]>>> writes;
        private @Nullable KeyValue<Bytes, byte[]> nextStored;
        private Map.@Nullable Entry<Bytes, Optional<byte[]>> nextWrite;
        private Map.@Nullable Entry<Bytes, byte[]> next;

        Merged(KeyValueIterator<Bytes, byte[]> stored, Iterator<Map.Entry<Bytes, Optional<byte[]>>> writes) {
            this.stored = stored;
            this.writes = writes;
            advanceStored();
            advanceWrite();
            next = merge();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Map.Entry<Bytes, byte[]> next() {
            var entry = next;
            if (entry == null) {
                throw new NoSuchElementException();
            }
            next = merge();
            return entry;
        }

        private Map.@Nullable Entry<Bytes, byte[]> merge() {
            while (nextWrite != null) {
                var write = nextWrite;
                var old = nextStored;
                if (old != null && old.key.compareTo(write.getKey()) < 0) {
                    break;
                }
                if (old != null && old.key.equals(write.getKey())) {
                    advanceStored();
                }
                advanceWrite();
                if (write.getValue().isPresent()) {
                    return Map.entry(write.getKey(), write.getValue().get());
                }
            }
            return takeStored();
        }

        private Map.@Nullable Entry<Bytes, byte[]> takeStored() {
            var old = nextStored;
            if (old == null) {
                return null;
            }
            advanceStored();
            return Map.entry(old.key, old.value);
        }

        private void advanceStored() {
            nextStored = stored.hasNext() ? stored.next() : null;
        }

        private void advanceWrite() {
            nextWrite = writes.hasNext() ? writes.next() : null;
        }
    }
}
