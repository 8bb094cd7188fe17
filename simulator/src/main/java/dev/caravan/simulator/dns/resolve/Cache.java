package dev.caravan.simulator.dns.resolve;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// What the resolver remembers, each for as long as it may on the simulated clock: records for a week at most, their
/// absence for three hours at most, as BIND does it.
final class Cache {

    private static final long RECORDS_SECONDS_MAX = Duration.ofDays(7).toSeconds();
    private static final long NOTHING_SECONDS_MAX = Duration.ofHours(3).toSeconds();

    private final InstantSource clock;
    private final Map<Key, Memory> entries;

    Cache(InstantSource clock, int entriesMax) {
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Memory> eldest) {
                return size() > entriesMax;
            }
        };
    }

    /// What is remembered of a name and a type, with the time that is left; a name that does not exist has no type.
    synchronized Optional<Known> find(Name name, int type) {
        return findExactly(name, Type.ANY).or(() -> findExactly(name, type));
    }

    private Optional<Known> findExactly(Name name, int type) {
        Key key = new Key(name, type);
        Memory entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), entry.until);
        if (!left.isPositive()) {
            entries.remove(key);
            return Optional.empty();
        }
        long seconds = left.plusSeconds(1).minusNanos(1).toSeconds();
        return Optional.of(entry.known.withTtl(seconds));
    }

    /// Remembers; what may not be repeated at all is not remembered.
    synchronized void keep(Name name, int type, Known known) {
        boolean noName = known instanceof Known.Nothing nothing && !nothing.name();
        long longest = known instanceof Known.Found ? RECORDS_SECONDS_MAX : NOTHING_SECONDS_MAX;
        long seconds = Math.min(known.ttl(), longest);
        if (seconds > 0) {
            Instant until = clock.instant().plusSeconds(seconds);
            entries.put(new Key(name, noName ? Type.ANY : type), new Memory(known, until));
        }
    }

    private record Key(Name name, int type) {}

    private record Memory(Known known, Instant until) {}
}
