package dev.caravan.orchestrator.stream;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the runs of one task have open: timers, and commands without a folded outcome. In memory; rebuilt from the
/// stored runs when the task starts.
final class OpenWork {

    private final TimerIndex timers = new TimerIndex();
    private final Map<String, Integer> inFlightByRun = new HashMap<>();
    private final PaceBoard board;
    private final String task;
    private long inFlight;

    OpenWork(PaceBoard board, String task) {
        this.board = board;
        this.task = task;
    }

    void set(String runId, StoredRun.Head head) {
        timers.set(runId, head.nextDue());
        var before = head.inFlight() == 0 ? inFlightByRun.remove(runId) : inFlightByRun.put(runId, head.inFlight());
        inFlight += head.inFlight() - (before == null ? 0 : before);
    }

    /// Leaves the timers of a run alone until it is written again.
    void mute(String runId) {
        timers.set(runId, Optional.empty());
    }

    List<String> due(Instant at, int atMost) {
        return timers.due(at, atMost);
    }

    void show() {
        board.show(task, inFlight, timers.earliest());
    }

    void moved() {
        board.moved();
        show();
    }

    void close() {
        board.remove(task);
    }
}
