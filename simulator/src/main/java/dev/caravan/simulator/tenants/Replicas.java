package dev.caravan.simulator.tenants;

import dev.caravan.simulator.faults.Fault;
import dev.caravan.simulator.faults.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;

/// What those see of tenants who only read: while a fault says so, a replica that follows each change after some time,
/// in the order of the changes. It is one for all APIs of a tenant, and has caught up when the simulator is started
/// again.
///
/// Source: a contact was not there 6 seconds after it had been made, and minutes later it was; others look for up to
/// 300 seconds.
@Component
final class Replicas {

    static final String LAG = "replication-lag";

    private static final long SECONDS_MIN = 6;
    private static final long SECONDS_MAX = 300;

    private final Faults faults;
    private final Map<String, Replica> behind = new HashMap<>();
    private long drawn;

    Replicas(Faults faults) {
        this.faults = faults;
    }

    private record Version(Place place, Instant visible) {}

    /// @param to come, in the order of their instants
    private record Replica(Place seen, Deque<Version> to) {}

    /// A tenant has changed.
    void changed(Place before, Change change) {
        String id = before.tenant().id();
        lag(before).ifPresent(lag -> {
            seen(before, change.instant());
            Replica replica = behind.computeIfAbsent(id, _ -> new Replica(before, new ArrayDeque<>()));
            Instant due = change.instant().plus(lag);
            Instant last = replica.to().isEmpty() ? due : replica.to().getLast().visible();
            replica.to().add(new Version(change.place(), due.isAfter(last) ? due : last));
        });
    }

    /// The tenant as whoever reads it sees it at an instant.
    Place seen(Place now, Instant instant) {
        String id = now.tenant().id();
        Replica replica = behind.get(id);
        if (replica == null) {
            return now;
        }
        Place seen = replica.seen();
        while (!replica.to().isEmpty() && !replica.to().getFirst().visible().isAfter(instant)) {
            seen = replica.to().removeFirst().place();
        }
        if (replica.to().isEmpty() || lag(now).isEmpty()) {
            behind.remove(id);
            return now;
        }
        behind.put(id, new Replica(seen, replica.to()));
        return seen;
    }

    private Optional<Duration> lag(Place place) {
        return faults.find(
                        LAG,
                        fault -> fault.means("world", place.world())
                                && fault.means("tenant", place.tenant().id()))
                .map(this::draw);
    }

    private Duration draw(Fault fault) {
        long min = fault.number("secondsMin").orElse(SECONDS_MIN);
        long max = Math.max(min, fault.number("secondsMax").orElse(SECONDS_MAX));
        long seed = fault.number("seed").orElse(0) * Integer.MAX_VALUE + ++drawn;
        return Duration.ofSeconds(new SplittableRandom(seed).nextLong(min, max + 1));
    }
}
