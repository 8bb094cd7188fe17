package dev.caravan.simulator.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Lets every part recall its entries before the first of them serves anybody.
final class Replay implements SmartLifecycle {

    private final Journal journal;
    private final Map<String, Recalling> parts = new HashMap<>();
    private volatile boolean done;

    Replay(Journal journal, List<Recalling> parts) {
        this.journal = journal;
        for (Recalling part : parts) {
            for (String kind : part.kinds()) {
                if (this.parts.put(kind, part) != null) {
                    throw new IllegalArgumentException("two parts recall entries of kind " + kind);
                }
            }
        }
    }

    @Override
    public void start() {
        journal.replay(this::recall);
        done = true;
    }

    private void recall(Entry entry) {
        @Nullable Recalling part = parts.get(entry.kind());
        if (part == null) {
            throw new IllegalStateException("nobody recalls journal entries of kind " + entry.kind());
        }
        part.recall(entry);
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
