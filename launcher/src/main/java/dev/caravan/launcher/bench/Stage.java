package dev.caravan.launcher.bench;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/// A running orchestrator with somebody who asks, somebody who works and somebody who watches.
final class Stage implements AutoCloseable {

    private final Workload workload;
    private final NoOpWorker worker;
    private final RunStories stories;
    private final StoredBytes stored;

    Stage(String bootstrapServers, AvroRecords records) {
        this.workload = new Workload(bootstrapServers, records);
        this.worker = new NoOpWorker(bootstrapServers, records);
        this.stories = new RunStories(bootstrapServers, records);
        this.stored = new StoredBytes(bootstrapServers);
    }

    /// Nanoseconds from the first request to the end of the last run.
    long runToTheEnd(String prefix, int runs, int steps) {
        var ids = Workload.ids(prefix, runs);
        var begun = System.nanoTime();
        workload.create(ids, "bench-sequence", Workload.sequence(steps));
        stories.awaitCompleted(ids);
        return System.nanoTime() - begun;
    }

    /// From one command of a run to its next, over several runs one after the other.
    Spread serial(String prefix, int runs, int steps) {
        var gaps = new ArrayList<Long>();
        for (var run = 1; run <= runs; run++) {
            runToTheEnd(prefix + "-" + run, 1, steps);
            var arrivals = worker.arrivals(prefix + "-" + run + "-1");
            for (var i = 1; i < arrivals.size(); i++) {
                gaps.add(arrivals.get(i) - arrivals.get(i - 1));
            }
        }
        return Spread.of(gaps);
    }

    /// Creates runs that wait for a person; milliseconds per run until all of them do.
    double park(String prefix, int runs) {
        var ids = Workload.ids(prefix, runs);
        var begun = System.nanoTime();
        workload.create(ids, "bench-waiting", Workload.waiting());
        stories.awaitWaiting(ids);
        return (System.nanoTime() - begun) / 1e6 / runs;
    }

    /// What the stores' changelogs and the views keep of runs whose id begins so, per run.
    Map<String, Long> bytesPerRun(String prefix, int runs) throws ExecutionException, InterruptedException {
        var bytes = new TreeMap<String, Long>();
        stored.of(prefix, List.of("-changelog", TopicCatalogue.RUN_VIEWS)).forEach((topic, sum) -> {
            if (sum > 0) {
                bytes.put(topic, sum / runs);
            }
        });
        return bytes;
    }

    @Override
    public void close() {
        worker.close();
        workload.close();
        stories.close();
    }
}
