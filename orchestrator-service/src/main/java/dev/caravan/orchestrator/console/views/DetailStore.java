package dev.caravan.orchestrator.console.views;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Steps and plans of the runs that moved or were looked at last, within a bound of bytes. The others lie on the topic,
/// from where they are read again when somebody asks. Not thread-safe: [RunViews] guards it.
final class DetailStore {

    private static final float LOAD_FACTOR = 0.75f;

    private final long bytesMax;
    /// The run that was touched longest ago comes first.
    private final LinkedHashMap<String, RunDetails> byRun = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private final Map<String, Integer> partitionOfLeftOut = new HashMap<>();
    private long bytes;

    DetailStore(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /// @param line null where the record was deleted
    void put(int partition, ViewKey key, @Nullable Line line) {
        var runId = key.runId();
        var details = byRun.get(runId);
        if (details == null && (line == null || partitionOfLeftOut.containsKey(runId))) {
            return;
        }
        if (details == null) {
            details = RunDetails.whole(partition);
            byRun.put(runId, details);
        }
        bytes -= details.bytes();
        details.put(key, line);
        bytes += details.bytes();
        leaveOutOthersThan(runId);
    }

    /// What is held of that run; empty if its past must be read first, or nothing is known of it.
    Optional<RunDetails> find(String runId) {
        return Optional.ofNullable(byRun.get(runId)).filter(RunDetails::isWhole);
    }

    /// Keeps what comes from now on, and answers the partition that the run's past lies in; empty if it has none.
    Optional<Integer> expectPast(String runId) {
        var partition = Optional.ofNullable(partitionOfLeftOut.get(runId));
        partition.ifPresent(found -> byRun.computeIfAbsent(runId, _ -> RunDetails.awaitingItsPast(found)));
        return partition;
    }

    RunDetails admit(String runId, int partition, Map<ViewKey, Line> past) {
        var details = byRun.computeIfAbsent(runId, _ -> RunDetails.awaitingItsPast(partition));
        partitionOfLeftOut.remove(runId);
        bytes -= details.bytes();
        details.addPast(past);
        bytes += details.bytes();
        leaveOutOthersThan(runId);
        return details;
    }

    void remove(String runId) {
        var gone = byRun.remove(runId);
        bytes -= gone == null ? 0 : gone.bytes();
        partitionOfLeftOut.remove(runId);
    }

    private void leaveOutOthersThan(String runId) {
        Iterator<Map.Entry<String, RunDetails>> eldestFirst = byRun.entrySet().iterator();
        while (bytes > bytesMax && eldestFirst.hasNext()) {
            var eldest = eldestFirst.next();
            if (!eldest.getKey().equals(runId) && eldest.getValue().isWhole()) {
                partitionOfLeftOut.put(eldest.getKey(), eldest.getValue().partition());
                bytes -= eldest.getValue().bytes();
                eldestFirst.remove();
            }
        }
    }
}
