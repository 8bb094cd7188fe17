package dev.caravan.simulator.clock;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one clock of a simulation: it stands still until it is started, then runs `speed` times as fast as the
/// machine's.
///
/// Every start and skip begins a new *epoch*; between epochs anybody who knows the reading can go on counting alone.
/// The
/// anchor is kept in the journal together with the machine's time, so that a simulator that was killed comes back to
/// the
/// same reading as those who went on counting without it. Inside a process only the machine's monotonic time counts.
public final class SimulatedClock implements InstantSource, Recalling {

    private static final String KIND = "clock";

    private final Journal journal;
    private final MachineTime machine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turned = lock.newCondition();

    private volatile Instant beginning;
    private volatile Anchor anchor;
    private volatile @Nullable Instant held;

    /// A clock that shows its start until it is started.
    public SimulatedClock(Instant start, double speed, Journal journal) {
        this(start, speed, journal, MachineTime.SYSTEM);
    }

    SimulatedClock(Instant start, double speed, Journal journal, MachineTime machine) {
        this.journal = journal;
        this.machine = machine;
        this.beginning = start;
        this.anchor = new Anchor(start, machine.nanos(), speed, 0, false);
    }

    @Override
    public Instant instant() {
        Instant standing = held;
        return standing == null ? anchor.read(machine.nanos()) : standing;
    }

    /// Where the simulation began.
    public Instant beginning() {
        return beginning;
    }

    /// What the clock shows now and how to count on from it.
    public Reading reading() {
        lock.lock();
        try {
            Anchor now = anchor;
            return new Reading(instant(), now.speed(), now.epoch(), now.running());
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the epoch is another one than the given, or until the patience is over.
    Reading readingAfter(long epoch, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (anchor.epoch() == epoch && left > 0) {
                left = turned.awaitNanos(left);
            }
            return reading();
        } finally {
            lock.unlock();
        }
    }

    /// Starts the clock; a running one goes on as it was.
    void start() {
        lock.lock();
        try {
            if (!anchor.running()) {
                turn(new Anchor(anchor.simulated(), machine.nanos(), anchor.speed(), anchor.epoch() + 1, true));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Stands still at an instant while an event of that instant happens. Never goes back.
    void hold(Instant instant) {
        lock.lock();
        try {
            Instant now = instant();
            held = instant.isAfter(now) ? instant : now;
        } finally {
            lock.unlock();
        }
    }

    /// Goes on from an instant, which begins a new epoch.
    void jump(Instant to) {
        lock.lock();
        try {
            Instant now = instant();
            Instant target = to.isAfter(now) ? to : now;
            held = null;
            turn(new Anchor(target, machine.nanos(), anchor.speed(), anchor.epoch() + 1, true));
        } finally {
            lock.unlock();
        }
    }

    private void turn(Anchor next) {
        JsonNode data = JsonMapper.shared()
                .createObjectNode()
                .put("simulated", next.simulated().toString())
                .put("machine", machine.instant().toString())
                .put("speed", next.speed())
                .put("epoch", next.epoch());
        journal.append(new Entry(KIND, data));
        anchor = next;
        turned.signalAll();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void recall(Entry entry) {
        JsonNode data = entry.data();
        Instant written = Instant.parse(data.path("machine").asString());
        Duration since = Duration.between(written, machine.instant());
        long elapsed = Math.max(0, since.toNanos());
        Instant simulated = Instant.parse(data.path("simulated").asString());
        if (anchor.epoch() == 0) {
            beginning = simulated;
        }
        anchor = new Anchor(
                simulated,
                machine.nanos() - elapsed,
                data.path("speed").asDouble(),
                data.path("epoch").asLong(),
                true);
    }

    /// @param now the simulated instant
    /// @param speed simulated seconds per second
    /// @param epoch how often the clock was started or made to skip
    /// @param running false until the clock is started
    public record Reading(Instant now, double speed, long epoch, boolean running) {}

    private record Anchor(Instant simulated, long nanos, double speed, long epoch, boolean running) {

        Instant read(long now) {
            return running ? simulated.plusNanos(Math.round((now - nanos) * speed)) : simulated;
        }
    }
}
