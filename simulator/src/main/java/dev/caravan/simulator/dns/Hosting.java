package dev.caravan.simulator.dns;

import dev.caravan.simulator.clock.Activity;
import dev.caravan.simulator.control.NameServers;
import dev.caravan.simulator.credentials.Credentials;
import dev.caravan.simulator.dns.master.MasterFile;
import dev.caravan.simulator.dns.resolve.CachingResolver;
import dev.caravan.simulator.dns.resolve.ResolverService;
import dev.caravan.simulator.dns.server.Account;
import dev.caravan.simulator.dns.server.Fleet;
import dev.caravan.simulator.dns.server.PrimaryZone;
import dev.caravan.simulator.dns.wire.Key;
import dev.caravan.simulator.dns.wire.Listener;
import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import dev.caravan.simulator.world.ZoneFile;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.xbill.DNS.Name;

/// Opens the name servers and the resolver once all state is recalled and all secrets are drawn.
final class Hosting implements SmartLifecycle, NameServers {

    private static final String RESOLVER_ADDRESS = "127.0.0.1";
    private static final int KEY_BYTES = 32;

    private final Fleet fleet;
    private final CachingResolver resolver;
    private final Worlds worlds;
    private final Credentials credentials;
    private final Activity activity;
    private final DnsSettings settings;
    private volatile @Nullable Listener resolverListener;

    Hosting(
            Fleet fleet,
            CachingResolver resolver,
            Worlds worlds,
            Credentials credentials,
            Activity activity,
            DnsSettings settings) {
        this.fleet = fleet;
        this.resolver = resolver;
        this.worlds = worlds;
        this.credentials = credentials;
        this.activity = activity;
        this.settings = settings;
    }

    /// The zones of all worlds as their files have them.
    static List<PrimaryZone> zones(Worlds worlds, Ledger ledger) {
        List<PrimaryZone> zones = new ArrayList<>();
        for (World world : worlds.all()) {
            Account account = new Account(world.name(), "dns:" + world.name(), keyName(world));
            for (ZoneFile file : world.zones()) {
                switch (MasterFile.read(file)) {
                    case MasterFile.Reading.Readable readable ->
                        zones.add(new PrimaryZone(readable.file(), account, ledger));
                    case MasterFile.Reading.Broken broken ->
                        throw new IllegalStateException(broken.problems().toString());
                }
            }
        }
        return zones;
    }

    /// A key that only the servers know, for transfers among themselves.
    static Key ownKey(List<PrimaryZone> zones) {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        Set<Name> names = zones.stream().map(PrimaryZone::origin).collect(Collectors.toUnmodifiableSet());
        return new Key(Names.absolute("transfer.name-servers."), secret, names, false);
    }

    private static Name keyName(World world) {
        return Names.absolute(Credentials.tsigKeyName(world));
    }

    private Key key(World world) {
        byte[] secret = Base64.getDecoder().decode(credentials.secret(Credentials.tsigRef(world)));
        Set<Name> zones = world.zones().stream()
                .map(file -> Names.absolute(file.zone().absolute()))
                .collect(Collectors.toUnmodifiableSet());
        return new Key(keyName(world), secret, zones, true);
    }

    @Override
    public void start() {
        try {
            fleet.open(settings.port(), worlds.all().stream().map(this::key).toList());
            resolverListener = Listener.open(
                    new InetSocketAddress(RESOLVER_ADDRESS, settings.resolverPort()),
                    new ResolverService(resolver, fleet::tellResolved),
                    activity);
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    @Override
    public void stop() {
        Listener open = resolverListener;
        if (open != null) {
            open.close();
            resolverListener = null;
        }
        fleet.close();
    }

    @Override
    public boolean isRunning() {
        return resolverListener != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 16;
    }

    @Override
    public Map<String, String> servers() {
        Map<String, String> servers = new TreeMap<>();
        fleet.whereabouts()
                .forEach((name, socket) -> servers.put(name.toString().toLowerCase(Locale.ROOT), text(socket)));
        return servers;
    }

    @Override
    public String resolver() {
        Listener open = resolverListener;
        return open == null ? RESOLVER_ADDRESS + ":" + settings.resolverPort() : text(open.address());
    }

    private static String text(InetSocketAddress socket) {
        return socket.getAddress().getHostAddress() + ":" + socket.getPort();
    }
}
