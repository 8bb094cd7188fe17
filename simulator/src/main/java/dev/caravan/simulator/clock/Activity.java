package dev.caravan.simulator.clock;

import java.util.concurrent.atomic.AtomicLong;

/// What is being served right now; the clock may skip only while nothing is.
public final class Activity {

    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    /// Begins to serve something; closing ends it.
    public Served begin() {
        begun.incrementAndGet();
        return ended::incrementAndGet;
    }

    /// True while anything is being served.
    public boolean busy() {
        long finished = ended.get();
        return begun.get() != finished;
    }

    /// Grows whenever something is served.
    public long count() {
        return begun.get();
    }

    /// Something being served.
    @FunctionalInterface
    public interface Served extends AutoCloseable {
        @Override
        void close();
    }
}
