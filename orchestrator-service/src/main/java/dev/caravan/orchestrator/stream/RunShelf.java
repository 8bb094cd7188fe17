package dev.caravan.orchestrator.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The runs in their store, those used last also decoded: this task alone writes them.
final class RunShelf {

    private final StagedStore runs;
    private final RunCodec codec;
    private final Map<String, StoredRun> decoded;
    private final Map<String, StoredRun> staged = new HashMap<>();

    RunShelf(StagedStore runs, RunCodec codec, int decodedMax) {
        this.runs = runs;
        this.codec = codec;
        this.decoded = new LeastRecent<>(decodedMax);
    }

    Optional<StoredRun> get(String runId) {
        var known = decoded.get(runId);
        if (known != null) {
            return Optional.of(known);
        }
        var read = runs.get(StoreKey.of(runId)).map(codec::decode);
        read.ifPresent(run -> decoded.put(runId, run));
        return read;
    }

    /// The run as it is about to be written.
    StoredRun staged(String runId) {
        var run = staged.get(runId);
        return run != null ? run : get(runId).orElseThrow();
    }

    void put(StoredRun run) {
        var runId = run.run().id().text();
        staged.put(runId, run);
        runs.put(StoreKey.of(runId), codec.encode(run));
    }

    /// Shows what a starting task has to know of each run.
    void forEachHead(BiConsumer<String, StoredRun.Head> visitor) {
        runs.forEach((key, value) -> visitor.accept(StoreKey.parts(key).getFirst(), codec.head(value)));
    }

    void write(BiConsumer<String, StoredRun.Head> visitor) {
        runs.write();
        staged.forEach((runId, run) -> {
            decoded.put(runId, run);
            visitor.accept(runId, run.head());
        });
        staged.clear();
    }

    void forget() {
        runs.forget();
        staged.clear();
    }
}
