package dev.caravan.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The simulator's own events to come, such as a secondary's refresh or a letter, in the order of their instants.
///
/// They happen one at a time, each at its own simulated instant, whether the clock runs there or skips there. Nothing
/// happens before the clock is started. After a restart, whoever wrote an event down must add it again while recalling.
public final class Agenda implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    private final SimulatedClock clock;
    private final ReentrantLock list = new ReentrantLock();
    private final Condition changed = list.newCondition();
    private final ReentrantLock turn = new ReentrantLock();
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(entry -> entry.number));
    private long added;
    private volatile @Nullable Thread runner;

    /// An agenda that runs by a clock.
    public Agenda(SimulatedClock clock) {
        this.clock = clock;
    }

    /// Adds an event.
    ///
    /// @param what names it in the log
    public Entry at(Instant due, String what, Act act) {
        list.lock();
        try {
            Entry entry = new Entry(due, what, act, added++);
            entries.add(entry);
            changed.signalAll();
            return entry;
        } finally {
            list.unlock();
        }
    }

    /// Lets everything happen that is due up to an instant, then sets the clock to it.
    ///
    /// @param epoch the epoch that the caller has seen
    /// @return false, and nothing has happened, if the clock stands still or has turned since
    boolean skip(Instant to, long epoch) {
        turn.lock();
        try {
            SimulatedClock.Reading reading = clock.reading();
            if (!reading.running() || reading.epoch() != epoch) {
                return false;
            }
            if (to.isAfter(reading.now())) {
                happenUntil(to);
                clock.jump(to);
                wake();
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void happenUntil(Instant to) {
        for (Optional<Entry> entry = take(to); entry.isPresent(); entry = take(to)) {
            clock.hold(entry.get().due());
            happen(entry.get());
        }
    }

    private Optional<Entry> take(Instant until) {
        list.lock();
        try {
            Entry first = entries.peek();
            return first == null || first.due().isAfter(until) ? Optional.empty() : Optional.ofNullable(entries.poll());
        } finally {
            list.unlock();
        }
    }

    private static void happen(Entry entry) {
        try {
            entry.act.run(entry.due);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("event", entry.what).log("An event of the simulation failed");
        }
    }

    private void runWithTheClock() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                awaitNext();
            } catch (InterruptedException e) {
                return;
            }
            turn.lock();
            try {
                if (clock.reading().running()) {
                    take(clock.instant()).ifPresent(Agenda::happen);
                }
            } finally {
                turn.unlock();
            }
        }
    }

    private void awaitNext() throws InterruptedException {
        list.lockInterruptibly();
        try {
            SimulatedClock.Reading reading = clock.reading();
            Entry first = entries.peek();
            if (first == null || !reading.running()) {
                changed.await();
            } else if (first.due().isAfter(reading.now())) {
                changed.awaitNanos(
                        (long) (Duration.between(reading.now(), first.due()).toNanos() / reading.speed()));
            }
        } finally {
            list.unlock();
        }
    }

    /// Looks at the clock again, which has been started or has skipped.
    void wake() {
        list.lock();
        try {
            changed.signalAll();
        } finally {
            list.unlock();
        }
    }

    @Override
    public void start() {
        runner = Thread.ofPlatform().daemon().name("agenda").start(this::runWithTheClock);
    }

    @Override
    public void stop() {
        Thread thread = runner;
        if (thread != null) {
            thread.interrupt();
            runner = null;
        }
    }

    @Override
    public boolean isRunning() {
        return runner != null;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8192;
    }

    /// What happens; it is told the instant at which it was due.
    @FunctionalInterface
    public interface Act {
        void run(Instant due);
    }

    /// An event that has not happened yet.
    public final class Entry {

        private final Instant due;
        private final String what;
        private final Act act;
        private final long number;

        private Entry(Instant due, String what, Act act, long number) {
            this.due = due;
            this.what = what;
            this.act = act;
            this.number = number;
        }

        /// When it happens.
        public Instant due() {
            return due;
        }

        /// Takes it off the agenda, if it has not happened.
        public void cancel() {
            list.lock();
            try {
                entries.remove(this);
            } finally {
                list.unlock();
            }
        }
    }
}
