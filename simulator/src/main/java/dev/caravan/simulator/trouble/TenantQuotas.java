package dev.caravan.simulator.trouble;

import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.faults.Fault;
import dev.caravan.simulator.faults.Faults;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.unclear.Unclear;
import dev.caravan.simulator.unclear.Uploads;
import dev.caravan.simulator.world.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The limits of Graph as Microsoft describes them, where the fault `tenant-quota` asks for them;
/// its details `units`, `writes` and `requests` make them smaller.
@Component
public final class TenantQuotas {

    static final String KIND = "tenant-quota";

    private static final double NEAR = 0.8;

    private final Faults faults;
    private final SimulatedClock clock;
    private final Unclear unclear;
    private final Map<Quota, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<Quota, Semaphore> places = new ConcurrentHashMap<>();

    TenantQuotas(Faults faults, SimulatedClock clock, Unclear unclear) {
        this.faults = faults;
        this.clock = clock;
        this.unclear = unclear;
    }

    /// What counts together.
    ///
    /// @param whose the tenant or a mailbox
    private record Quota(Fault fault, String application, String whose, String limit) {}

    /// Lets a request begin, or refuses it.
    ///
    /// @param application whose request it is
    public Turn begin(Place place, String application, Demand demand) {
        return faults.find(KIND, new Request(place, Api.GRAPH)::isMeant)
                .map(fault -> new Asked(fault, place, application, demand))
                .map(asked -> demand.isOfMailbox() ? inMailbox(asked) : inDirectory(asked))
                .orElseGet(Turn::free);
    }

    private record Asked(Fault fault, Place place, String application, Demand demand) {

        Limits limits() {
            return Limits.of(place.tenant().all(Kind.USERS).size(), fault);
        }

        Quota quota(String limit) {
            String tenant = place.tenant().id();
            return new Quota(fault, application, tenant + "/" + demand.mailbox(), limit);
        }
    }

    private Turn inDirectory(Asked asked) {
        Demand demand = asked.demand();
        String limit = "ResourceUnitLimitExceeded";
        Bucket units = bucket(asked, limit, now -> asked.limits().ofUnits(now));
        return take(units, demand.units(), limit)
                .or(() -> demand.writes() ? write(asked) : Optional.empty())
                .map(Turn::refused)
                .orElseGet(() -> new Turn(Optional.empty(), near(units), null));
    }

    private Optional<Trouble> write(Asked asked) {
        String limit = "WriteLimitExceeded";
        return take(bucket(asked, limit, now -> asked.limits().ofWrites(now)), 1, limit);
    }

    private Turn inMailbox(Asked asked) {
        Semaphore place = places.computeIfAbsent(asked.quota("AtOnce"), _ -> new Semaphore(Limits.AT_ONCE));
        if (!place.tryAcquire()) {
            return Turn.refused(new Trouble.Throttled(Optional.empty(), "MailboxConcurrency"));
        }
        Optional<Trouble> refusal = put(asked);
        if (refusal.isPresent()) {
            place.release();
        }
        return refusal.map(Turn::refused).orElseGet(() -> new Turn(Optional.empty(), Map.of(), place));
    }

    private Optional<Trouble> put(Asked asked) {
        String requests = "Requests";
        Uploads uploads = unclear.uploads();
        return take(bucket(asked, requests, now -> asked.limits().ofRequests(now)), 1, requests)
                .or(() -> take(
                        bucket(asked, uploads.name(), now -> new Bucket(uploads.bytes(), uploads.window(), now)),
                        asked.demand().bytes(),
                        uploads.name()));
    }

    private Bucket bucket(Asked asked, String limit, Function<Instant, Bucket> full) {
        return buckets.computeIfAbsent(asked.quota(limit), _ -> full.apply(clock.instant()));
    }

    private Optional<Trouble> take(Bucket bucket, long wanted, String limit) {
        return bucket.take(wanted, clock.instant()).map(wait -> Trouble.Throttled.until(wait, limit));
    }

    /// Whoever has used most of a limit is told so.
    private Map<String, String> near(Bucket units) {
        Bucket.Level level = units.level(clock.instant());
        double used = 1 - (double) level.remaining() / level.limit();
        return used > NEAR
                ? Map.of("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.1f", used))
                : Map.of();
    }
}
