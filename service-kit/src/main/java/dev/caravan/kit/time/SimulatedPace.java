package dev.caravan.kit.time;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A clock that somebody else keeps, extrapolated between his readings. It never goes back, and whoever asks before
/// the first reading waits for it, because any answer would be a guess.
final class SimulatedPace implements Pace, AutoCloseable {

    private final LongSupplier nanoTime;
    private final Pauses pauses = new Pauses();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition anchored = lock.newCondition();
    private @Nullable Anchor anchor;
    private Instant latest = Instant.MIN;
    private @Nullable ClockFollower follower;

    SimulatedPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// A pace that goes by the clock kept at that address, until it is closed.
    static SimulatedPace keptAt(URI url) {
        var pace = new SimulatedPace(System::nanoTime);
        pace.follower = new ClockFollower(url, pace);
        pace.follower.start();
        return pace;
    }

    @Override
    public void close() {
        if (follower != null) {
            follower.close();
        }
    }

    /// Goes on from that reading.
    void follow(Reading reading) {
        lock.lock();
        try {
            var read = new Anchor(reading, nanoTime.getAsLong());
            anchor = anchor == null ? read : anchor.orLater(read);
            anchored.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Instant instant() {
        lock.lock();
        try {
            while (anchor == null) {
                anchored.awaitUninterruptibly();
            }
            return advance(anchor);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void pause(Duration duration) {
        try (var until = pauses.begin(instant().plus(duration))) {
            awaitDue(until.due());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return pauses.nextDue();
    }

    @Override
    public int pausing() {
        return pauses.count();
    }

    private void awaitDue(Instant due) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (anchor == null || advance(anchor).isBefore(due)) {
                awaitChange(due);
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange(Instant due) throws InterruptedException {
        var nanos = anchor == null ? null : anchor.nanosUntil(due, nanoTime.getAsLong());
        if (nanos == null || nanos.isEmpty()) {
            anchored.await();
        } else {
            var _ = anchored.awaitNanos(nanos.getAsLong());
        }
    }

    private Instant advance(Anchor from) {
        var now = from.at(nanoTime.getAsLong());
        if (now.isAfter(latest)) {
            latest = now;
        }
        return latest;
    }
}
