package dev.caravan.orchestrator.console.views;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One lock around what is held in memory, and a bell for those who wait until it says more.
final class Guard {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// Lets all who wait ask again; to be called inside [#locked].
    void ring() {
        moved.signalAll();
    }

    /// The answer as soon as there is one; empty if there is none by then.
    <T> Optional<T> await(Supplier<Optional<T>> question, Duration patience) throws InterruptedException {
        var nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            var answer = question.get();
            while (answer.isEmpty() && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
                answer = question.get();
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }
}
