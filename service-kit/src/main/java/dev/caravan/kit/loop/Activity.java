package dev.caravan.kit.loop;

import java.util.concurrent.atomic.AtomicLong;

/// A number that grows with everything that happens here, so that two equal looks prove that nothing did in between.
final class Activity {

    private final AtomicLong count = new AtomicLong();

    void happened() {
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }
}
