package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.dns.answer.ServedZone;
import dev.caravan.simulator.dns.transfer.Incoming;
import dev.caravan.simulator.dns.transfer.Incoming.Fetched;
import dev.caravan.simulator.dns.zone.History;
import dev.caravan.simulator.dns.zone.Serial;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneChange;
import dev.caravan.simulator.journal.Entry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Name;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TSIG;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A copy of a zone at another server. It follows its primary by real transfers: some time after it was told of a
/// change, and by the SOA's refresh and retry without being told; after the SOA's expire without news it falls silent.
final class SecondaryZone implements ServedZone {

    static final String KIND = "dns.secondary";

    private static final Logger LOG = LoggerFactory.getLogger(SecondaryZone.class);

    private final PrimaryZone primary;
    private final String server;
    private final Following following;
    private final TSIG key;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Version held;
    private volatile Instant refreshed;
    private @Nullable Instant next;
    private boolean lagging;
    private Runnable cancel = () -> {};
    private @Nullable InetSocketAddress source;

    /// A copy that is up to date.
    ///
    /// @param server the address that it is served at
    /// @param key what it transfers with
    SecondaryZone(PrimaryZone primary, String server, Following following, TSIG key) {
        this.key = key;
        this.primary = primary;
        this.server = server;
        this.following = following;
        this.held = new Version(primary.zone(), History.none());
        this.refreshed = following.clock().instant();
    }

    @Override
    public Name origin() {
        return primary.origin();
    }

    @Override
    public Optional<Version> version() {
        Duration age = Duration.between(refreshed, following.clock().instant());
        boolean trusted = age.getSeconds() <= held.zone().soa().getExpire();
        return trusted ? Optional.of(held) : Optional.empty();
    }

    String server() {
        return server;
    }

    /// Begins to follow.
    ///
    /// @param from where the primary listens
    void start(InetSocketAddress from) {
        lock.lock();
        try {
            source = from;
            Instant due = next;
            plan(due == null ? refreshed.plusSeconds(soa().getRefresh()) : due);
        } finally {
            lock.unlock();
        }
    }

    /// Hears that the zone has changed. A transfer that lags on purpose keeps its time.
    void hear() {
        lock.lock();
        try {
            if (lagging) {
                return;
            }
            Optional<Duration> unusual = following.troubles().lag(primary);
            Instant due = following.clock().instant().plus(unusual.orElse(following.lag()));
            Instant planned = next;
            if (unusual.isPresent() || planned == null || due.isBefore(planned)) {
                lagging = unusual.isPresent();
                plan(due);
                keep();
            }
        } finally {
            lock.unlock();
        }
    }

    private void plan(Instant due) {
        cancel.run();
        next = due;
        cancel = following.timetable().at(due, "transfer of " + origin() + " to " + server, this::follow);
    }

    private void follow() {
        InetSocketAddress from;
        lock.lock();
        try {
            next = null;
            lagging = false;
            from = source;
        } finally {
            lock.unlock();
        }
        if (from == null) {
            return;
        }
        Fetched fetched = Incoming.since(origin(), held.zone().serial(), from, key);
        lock.lock();
        try {
            take(fetched);
            if (next == null) {
                long wait = fetched instanceof Fetched.Failed ? soa().getRetry() : soa().getRefresh();
                plan(following.clock().instant().plusSeconds(wait));
            }
            keep();
        } finally {
            lock.unlock();
        }
    }

    private void take(Fetched fetched) {
        switch (fetched) {
            case Fetched.Current() -> refreshed = following.clock().instant();
            case Fetched.Changes(List<ZoneChange> changes) -> {
                Version version = held;
                for (ZoneChange change : changes) {
                    version = new Version(
                            version.zone().after(change), version.history().with(change));
                }
                hold(version);
            }
            case Fetched.Whole(Zone zone) -> hold(new Version(zone, History.none()));
            case Fetched.Failed(String reason) ->
                LOG.atWarn()
                        .addKeyValue("zone", origin())
                        .addKeyValue("server", server)
                        .addKeyValue("reason", reason)
                        .log("A secondary could not follow its primary");
        }
    }

    private void hold(Version version) {
        held = version;
        refreshed = following.clock().instant();
    }

    private SOARecord soa() {
        return held.zone().soa();
    }

    private void keep() {
        following
                .journal()
                .append(new Entry(
                        KIND,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("zone", origin().toString(true))
                                .put("server", server)
                                .put("serial", held.zone().serial().value())
                                .put("refreshed", refreshed.toString())
                                .put("next", String.valueOf(next))
                                .put("lagging", lagging)));
    }

    /// Takes up the state that an earlier process kept; the primary has taken up its own of that moment before.
    void recall(JsonNode data) {
        Serial serial = new Serial(data.path("serial").asLong());
        Version source = primary.version().orElseThrow();
        Zone zone = source.history().version(source.zone(), serial).orElse(source.zone());
        held = new Version(zone, History.none());
        refreshed = Instant.parse(data.path("refreshed").asString());
        next = Instant.parse(data.path("next").asString());
        lagging = data.path("lagging").asBoolean();
    }
}
