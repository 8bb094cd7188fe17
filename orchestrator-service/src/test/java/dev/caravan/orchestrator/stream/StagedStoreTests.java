package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StagedStoreTests {

    private final StagedStore store =
            new StagedStore(Stores.inMemoryKeyValueStore("test").get());

    @Test
    void a_scan_sees_staged_writes_among_the_stored_ones() {
        // Given
        put("a", "c", "e");
        store.write();
        put("b", "f");
        store.delete(StoreKey.of("run", "c"));
        // When
        var keys = keys("run");
        // Then
        assertThat(keys).containsExactly("a", "b", "e", "f");
    }

    @Test
    void what_is_forgotten_was_never_written() {
        // Given
        put("a");
        store.write();
        store.delete(StoreKey.of("run", "a"));
        put("b");
        // When
        store.forget();
        // Then
        assertThat(keys("run")).containsExactly("a");
    }

    @Test
    void a_scan_ends_with_its_run_although_others_begin_alike() {
        // Given
        put("a");
        store.put(StoreKey.of("run-2", "b"), new byte[0]);
        // When
        var keys = keys("run");
        // Then
        assertThat(keys).containsExactly("a");
    }

    @Test
    void a_scan_can_go_on_after_a_key() {
        // Given
        put("a", "ab", "b");
        // When
        var keys = store.scan(StoreKey.of("run", "a").next(), StoreKey.lastUnder("run"), entries -> {
            var found = new ArrayList<String>();
            entries.forEachRemaining(
                    entry -> found.add(StoreKey.parts(entry.getKey()).getLast()));
            return found;
        });
        // Then
        assertThat(keys).containsExactly("ab", "b");
    }

    private void put(String... keys) {
        for (var key : keys) {
            store.put(StoreKey.of("run", key), key.getBytes(UTF_8));
        }
    }

    private List<String> keys(String run) {
        return store.scan(StoreKey.firstUnder(run), StoreKey.lastUnder(run), entries -> {
            var found = new ArrayList<String>();
            entries.forEachRemaining(
                    entry -> found.add(StoreKey.parts(entry.getKey()).getLast()));
            return found;
        });
    }
}
