package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.runbook.Conditions;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/// All that a task keeps, each part behind the questions that are asked of it; written together or not at all.
final class State {

    final RunShelf runs;
    final RunbookShelf runbooks;
    final LedgerBook ledger;
    final PreviewBook previews;
    final StatementBook statements;
    final TaskBook tasks;
    final ObjectShelf objects;
    final Chunks chunks;

    private final List<StagedStore> stores;

    State(
            Function<String, KeyValueStore<Bytes, byte[]>> store,
            RunbookShelf.Texts texts,
            Conditions conditions,
            int runsDecodedMax) {
        var plans = new StagedStore(store.apply(StateStores.PLANS));
        var runbookTexts = new StagedStore(store.apply(StateStores.RUNBOOKS));
        var lines = new StagedStore(store.apply(StateStores.LEDGER));
        var linesByObject = new StagedStore(store.apply(StateStores.LEDGER_BY_OBJECT));
        var said = new StagedStore(store.apply(StateStores.STATEMENTS));
        var snapshots = new StagedStore(store.apply(StateStores.OBJECTS));
        this.runs = new RunShelf(new StagedStore(store.apply(StateStores.RUNS)), new RunCodec(), runsDecodedMax);
        this.runbooks = new RunbookShelf(runbookTexts, texts, conditions);
        this.ledger = new LedgerBook(lines, linesByObject, plans);
        this.previews = new PreviewBook(plans);
        this.statements = new StatementBook(said);
        this.tasks = new TaskBook(ledger);
        this.objects = new ObjectShelf(snapshots);
        this.chunks = new Chunks(ledger, objects, previews);
        this.stores = List.of(plans, runbookTexts, lines, linesByObject, said, snapshots);
    }

    /// @param visitor is shown the head of each run that was written
    void write(BiConsumer<String, StoredRun.Head> visitor) {
        stores.forEach(StagedStore::write);
        runs.write(visitor);
    }

    void forget() {
        stores.forEach(StagedStore::forget);
        runs.forget();
    }
}
