package dev.caravan.simulator.dns.server;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.dns.answer.Catalogue;
import dev.caravan.simulator.dns.answer.ServedZone;
import dev.caravan.simulator.dns.update.Verdict;
import dev.caravan.simulator.dns.wire.Key;
import dev.caravan.simulator.dns.wire.Keys;
import dev.caravan.simulator.dns.wire.Listener;
import dev.caravan.simulator.dns.wire.Signature;
import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;

/// All name servers of all zones, each at an address of its own and all at the same port.
public final class Fleet implements AutoCloseable {

    /// What the fleet keeps in the journal.
    public static final Set<String> KINDS = Set.of(PrimaryZone.KIND, SecondaryZone.KIND);

    private final Map<Name, PrimaryZone> primaries = new LinkedHashMap<>();
    private final List<SecondaryZone> secondaries = new ArrayList<>();
    private final Layout layout;
    private final Key ownKey;
    private final Ledger ledger;
    private final Troubles troubles;
    private final Activity activity;
    private final Heralds heralds;
    private final Map<String, NameServer> servers = new LinkedHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();

    /// Servers that do not listen yet.
    ///
    /// @param ownKey what secondaries transfer with
    public Fleet(
            Collection<PrimaryZone> zones,
            Following following,
            Key ownKey,
            Ledger ledger,
            Troubles troubles,
            Activity activity) {
        zones.forEach(zone -> primaries.put(zone.origin(), zone));
        this.layout = Layout.of(zones.stream().map(PrimaryZone::zone).toList());
        this.ownKey = ownKey;
        this.ledger = ledger;
        this.troubles = troubles;
        this.activity = activity;
        this.heralds = new Heralds(activity);
        TSIG signer = ownKey.under(TSIG.HMAC_SHA256).orElseThrow();
        layout.places()
                .forEach((name, place) -> place.secondaries()
                        .forEach(server ->
                                secondaries.add(new SecondaryZone(primary(name), server, following, signer))));
    }

    private PrimaryZone primary(Name origin) {
        return find(origin).orElseThrow();
    }

    /// A zone where it is changed.
    public Optional<PrimaryZone> find(Name origin) {
        return Optional.ofNullable(primaries.get(origin));
    }

    /// All zones where they are changed.
    public Collection<PrimaryZone> zones() {
        return List.copyOf(primaries.values());
    }

    /// Takes up an entry of the journal.
    ///
    /// @throws IllegalArgumentException if it does not fit the zones
    public void recall(String kind, JsonNode data) {
        Name origin = Names.absolute(data.path("zone").asString());
        if (kind.equals(PrimaryZone.KIND)) {
            find(origin)
                    .orElseThrow(() -> new IllegalArgumentException("there is no zone " + origin))
                    .recall(data);
        } else {
            secondary(origin, data.path("server").asString()).recall(data);
        }
    }

    SecondaryZone secondary(Name origin, String server) {
        return secondaries.stream()
                .filter(zone -> zone.origin().equals(origin) && zone.server().equals(server))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no zone " + origin + " at " + server));
    }

    /// Changes a zone and tells its secondaries.
    public Verdict change(PrimaryZone zone, Function<Zone, Verdict> judge, Function<Verdict, NewCall> told) {
        Verdict verdict = zone.change(judge, told);
        if (verdict instanceof Verdict.Accepted accepted && accepted.change().isPresent()) {
            heralds.tell(zone.zone());
        }
        return verdict;
    }

    /// Begins to serve.
    ///
    /// @param port of all servers; 0 for any
    /// @throws dev.caravan.simulator.dns.wire.AddressTakenException if an address cannot be had
    public void open(int port, Collection<Key> accounts) {
        List<Key> all = new ArrayList<>(accounts);
        all.add(ownKey);
        Keys keys = new Keys(all);
        Map<String, InetSocketAddress> sockets = new HashMap<>();
        int shared = port;
        for (String address : addresses()) {
            NameServer server = server(address, keys);
            servers.put(address, server);
            Listener listener = Listener.open(new InetSocketAddress(address, shared), server, activity);
            listeners.add(listener);
            sockets.put(address, listener.address());
            shared = listener.address().getPort();
        }
        layout.places().forEach((name, place) -> start(name, place, sockets));
    }

    private void start(Name origin, Layout.Place place, Map<String, InetSocketAddress> sockets) {
        InetSocketAddress from = Objects.requireNonNull(sockets.get(place.primary()));
        place.secondaries().forEach(server -> secondary(origin, server).start(from));
        heralds.send(
                origin,
                sockets.entrySet().stream()
                        .filter(entry -> place.secondaries().contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
        PrimaryZone primary = primary(origin);
        if (primary.changed()) {
            heralds.tell(primary.zone());
        }
    }

    private Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        layout.places().values().forEach(place -> addresses.add(place.primary()));
        layout.places().values().forEach(place -> addresses.addAll(place.secondaries()));
        return addresses;
    }

    private NameServer server(String address, Keys keys) {
        List<ServedZone> served = new ArrayList<>();
        Map<Name, SecondaryZone> copies = new HashMap<>();
        Map<Name, PrimaryZone> owners = new HashMap<>();
        layout.places().forEach((name, place) -> {
            if (place.primary().equals(address)) {
                served.add(primary(name));
                owners.put(name, primary(name));
            } else if (place.secondaries().contains(address)) {
                copies.put(name, secondary(name, address));
                owners.put(name, primary(name));
            }
        });
        served.addAll(copies.values());
        Calls calls = new Calls(address, owners, ownKey.name(), ledger);
        return new NameServer(new Catalogue(served), copies, keys, calls, troubles, heralds);
    }

    /// The servers of a zone, the primary first.
    public List<NameServer> servers(Name origin) {
        Layout.Place place = layout.places().get(origin);
        if (place == null) {
            return List.of();
        }
        List<String> addresses = new ArrayList<>(List.of(place.primary()));
        addresses.addAll(place.secondaries());
        return addresses.stream()
                .flatMap(address -> Optional.ofNullable(servers.get(address)).stream())
                .toList();
    }

    /// Where every server listens, by its name.
    public Map<Name, InetSocketAddress> whereabouts() {
        Map<Name, InetSocketAddress> whereabouts = new LinkedHashMap<>();
        layout.addresses()
                .forEach((name, address) -> listeners.stream()
                        .map(Listener::address)
                        .filter(socket -> socket.getAddress().getHostAddress().equals(address))
                        .forEach(socket -> whereabouts.put(name, socket)));
        return whereabouts;
    }

    /// Hears of a question that the resolver answered.
    public void tellResolved(Record question, String status) {
        new Catalogue(primaries.values()).closest(question.getName()).ifPresent(zone -> {
            Calls calls = new Calls("resolver", primaries, ownKey.name(), ledger);
            String target = question.getName() + " " + Type.string(question.getType());
            Calls.What what = new Calls.What("QUERY", target, Map.of());
            calls.record(calls.call(zone.origin(), new Signature.None(), what, status, List.of()));
        });
    }

    @Override
    public void close() {
        listeners.forEach(Listener::close);
        listeners.clear();
        servers.clear();
    }
}
