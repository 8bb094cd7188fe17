package dev.caravan.simulator.trouble;

import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.faults.Fault;
import dev.caravan.simulator.faults.Faults;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.tenants.Place;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// What the APIs of tenants have been asked to get wrong.
///
/// A fault may be narrowed by its details: `world` to a world's name, `tenant` to a tenant's id,
/// `api` to `graph` or `exchange`, a missing role by `permission` to the interface that needs it,
/// and `percent` to that share of the requests, which ones being drawn by its `seed`. A
/// limit is narrowed to what changes something by `of: writes`.
@Component
public final class TenantTroubles {

    private static final String SLOW = "tenant-slow";
    private static final String REFUSED = "token-refuse";
    private static final String ROLE = "role-missing";
    private static final String THROTTLE = "tenant-throttle";
    private static final String LIMIT = "tenant-limit";
    private static final String UNAVAILABLE = "tenant-unavailable";
    private static final String FAIL = "tenant-apply-then-fail";
    private static final String LOSE = "tenant-apply-then-lose";
    private static final String CONFLICT = "tenant-conflict";

    private static final String UNITS = "ResourceUnitLimitExceeded";

    /// The faults that the APIs of tenants can produce.
    static final Set<String> KINDS =
            Set.of(SLOW, REFUSED, ROLE, THROTTLE, LIMIT, UNAVAILABLE, FAIL, LOSE, CONFLICT, TenantQuotas.KIND);

    private static final String WRITES = "writes";
    private static final long SECONDS_UNSAID = 30;
    private static final long REQUESTS_UNSAID = 3_500;
    private static final long WINDOW_UNSAID = 10;
    private static final long CONFLICT_UNSAID = 409;
    private static final int ALL = 100;

    private final Faults faults;
    private final SimulatedClock clock;
    private final Map<Fault, AtomicLong> met = new ConcurrentHashMap<>();
    private final Map<Limited, Bucket> buckets = new ConcurrentHashMap<>();

    TenantTroubles(Faults faults, SimulatedClock clock) {
        this.faults = faults;
        this.clock = clock;
    }

    /// What happens to a request, if anything. Only what changes something can fail after it was done.
    public Optional<Trouble> meet(Place place, Api api, boolean changes) {
        return meet(new Request(place, api), "", changes);
    }

    /// What happens to a request to Exchange.
    ///
    /// @param permission what the application needs to be let in
    public Optional<Trouble> meet(Place place, Permission permission, boolean changes) {
        return meet(new Request(place, Api.EXCHANGE), permission.toString(), changes);
    }

    private Optional<Trouble> meet(Request request, String permission, boolean changes) {
        return faults.take(
                        ROLE,
                        fault -> request.isMeant(fault) && fault.means("permission", permission) && strikes(fault))
                .<Trouble>map(_ -> new Trouble.RoleMissing())
                .or(() -> take(THROTTLE, request)
                        .map(fault -> new Trouble.Throttled(fault.text("retryAfterSeconds"), UNITS)))
                .or(() -> limit(request, changes)
                        .flatMap(bucket -> bucket.take(1, clock.instant()))
                        .map(wait -> Trouble.Throttled.until(wait, UNITS)))
                .or(() -> take(UNAVAILABLE, request).map(_ -> new Trouble.Unavailable()))
                .or(() -> changes ? conflict(request) : Optional.empty())
                .or(() -> changes ? afterwards(request) : Optional.empty());
    }

    /// Whether a good token is not accepted, as one that was revoked; that is a matter of whole batches.
    public boolean refusesToken(Place place, Api api) {
        return take(REFUSED, new Request(place, api)).isPresent();
    }

    /// Lets the simulated time pass that an answer takes.
    public void slowDown(Place place, Api api) {
        take(SLOW, new Request(place, api))
                .map(fault -> Duration.ofSeconds(fault.number("seconds").orElse(SECONDS_UNSAID)))
                .ifPresent(this::pass);
    }

    /// What an answer says of a limit that stands for all requests, by header.
    public Map<String, String> limitHeaders(Place place, Api api) {
        return limit(new Request(place, api), false)
                .map(bucket -> bucket.level(clock.instant()))
                .map(level -> Map.of(
                        "Rate-Limit-Limit", Long.toString(level.limit()),
                        "Rate-Limit-Remaining", Long.toString(level.remaining()),
                        "Rate-Limit-Reset", level.reset().toString()))
                .orElse(Map.of());
    }

    /// The first that counts such a request.
    private Optional<Bucket> limit(Request request, boolean changes) {
        return faults.find(LIMIT, fault -> request.isMeant(fault) && (changes || !isOfWrites(fault)))
                .map(fault -> buckets.computeIfAbsent(
                        new Limited(fault, request.place().tenant().id(), request.api()), this::bucket));
    }

    private static boolean isOfWrites(Fault fault) {
        return fault.text("of").filter(WRITES::equals).isPresent();
    }

    private Bucket bucket(Limited limited) {
        return new Bucket(
                limited.fault().number("requests").orElse(REQUESTS_UNSAID),
                Duration.ofSeconds(limited.fault().number("seconds").orElse(WINDOW_UNSAID)),
                clock.instant());
    }

    /// A limit is each tenant's and API's own.
    private record Limited(Fault fault, String tenant, Api api) {}

    /// Only the directory knows of these.
    private Optional<Trouble> conflict(Request request) {
        return request.api() == Api.GRAPH
                ? take(CONFLICT, request)
                        .map(fault -> new Trouble.Conflict(
                                (int) fault.number("status").orElse(CONFLICT_UNSAID)))
                : Optional.empty();
    }

    private Optional<Trouble> afterwards(Request request) {
        return take(FAIL, request)
                .<Trouble>map(_ -> new Trouble.FailedAfterwards())
                .or(() -> take(LOSE, request).map(_ -> new Trouble.AnswerLost()));
    }

    private Optional<Fault> take(String kind, Request request) {
        return faults.take(kind, fault -> request.isMeant(fault) && strikes(fault));
    }

    private boolean strikes(Fault fault) {
        long percent = fault.number("percent").orElse(ALL);
        if (percent >= ALL) {
            return true;
        }
        long number =
                met.computeIfAbsent(fault.uncounted(), _ -> new AtomicLong()).incrementAndGet();
        return new SplittableRandom(fault.number("seed").orElse(0) * Integer.MAX_VALUE + number).nextInt(ALL) < percent;
    }

    private void pass(Duration simulated) {
        try {
            Thread.sleep(Duration.ofNanos(
                    Math.round(simulated.toNanos() / clock.reading().speed())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
