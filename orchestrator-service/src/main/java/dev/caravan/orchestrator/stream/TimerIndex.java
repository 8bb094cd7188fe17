package dev.caravan.orchestrator.stream;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which run has a timer due when: the only index of due instants, in memory alone. Timers are part of the stored runs;
/// a task that starts rebuilds this from them.
final class TimerIndex {

    private final Map<String, Instant> dueByRun = new HashMap<>();
    private final NavigableMap<Instant, Set<String>> runsByDue = new TreeMap<>();

    /// Notes the earliest timer of a run; empty when it has none.
    void set(String runId, Optional<Instant> earliest) {
        var known = dueByRun.get(runId);
        if (known != null) {
            if (earliest.filter(known::equals).isPresent()) {
                return;
            }
            remove(runId, known);
        }
        earliest.ifPresent(due -> {
            dueByRun.put(runId, due);
            runsByDue.computeIfAbsent(due, _ -> new HashSet<>()).add(runId);
        });
    }

    /// Runs with a timer due at that instant or before, the longest due first.
    List<String> due(Instant now, int atMost) {
        return runsByDue.headMap(now, true).values().stream()
                .flatMap(Set::stream)
                .limit(atMost)
                .toList();
    }

    Optional<Instant> earliest() {
        return runsByDue.isEmpty() ? Optional.empty() : Optional.of(runsByDue.firstKey());
    }

    void clear() {
        dueByRun.clear();
        runsByDue.clear();
    }

    private void remove(String runId, Instant due) {
        dueByRun.remove(runId);
        runsByDue.computeIfPresent(due, (_, runs) -> {
            runs.remove(runId);
            return runs.isEmpty() ? null : runs;
        });
    }
}
