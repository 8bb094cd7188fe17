package dev.caravan.orchestrator.stream;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// The state of the topology: what is kept under which key. Each store has a compacted changelog.
final class StateStores {

    /// `run` → the run's value.
    static final String RUNS = "runs";
    /// `hash` → a runbook's text.
    static final String RUNBOOKS = "runbooks";
    /// `run, step, kind, id, property` → a line of the ledger.
    static final String LEDGER = "ledger";
    /// `run, id, kind, property, step` → nothing: finds the lines of one object.
    static final String LEDGER_BY_OBJECT = "ledger-by-object";
    /// `run, errand, chunk` → the plan that was told: what people approve, or which lines a command may have changed.
    static final String PLANS = "plans";
    /// `run, step` → what people said about it.
    static final String STATEMENTS = "statements";
    /// `run, snapshot, kind, id` → nothing: the objects that a step can go over.
    static final String OBJECTS = "objects";

    static final List<String> ALL = List.of(RUNS, RUNBOOKS, LEDGER, LEDGER_BY_OBJECT, PLANS, STATEMENTS, OBJECTS);

    /// Small segments are compacted soon, so that a restart replays little.
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(16 * 1024 * 1024),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.2",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(2 * 1024 * 1024));

    private StateStores() {}

    /// @param place where a store of that name keeps its entries
    static List<StoreBuilder<? extends StateStore>> builders(Function<String, KeyValueBytesStoreSupplier> place) {
        return ALL.stream()
                .<StoreBuilder<? extends StateStore>>map(name -> builder(place.apply(name)))
                .toList();
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(KeyValueBytesStoreSupplier store) {
        return Stores.keyValueStoreBuilder(store, Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(CHANGELOG);
    }
}
