package dev.caravan.simulator.dns;

import dev.caravan.simulator.dns.resolve.Outside;
import dev.caravan.simulator.dns.server.Fleet;
import dev.caravan.simulator.dns.server.PrimaryZone;
import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.TenantState;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;

/// Names outside of all zones. Those that a zone refers to exist and have an address of 203.0.113.0/24 (and a policy,
/// where SPF includes them); the tenants' own domains without a zone lead mail to the tenant's host; no other exists.
final class RestOfTheWorld implements Outside {

    private static final long TTL = 300;
    private static final Pattern INCLUDED =
            Pattern.compile("(?:^| )[+?~-]?(?:include:|redirect=|a:|mx:|exists:)([A-Za-z0-9._-]+)");

    private final Worlds worlds;
    private final TenantState tenants;
    private final Fleet fleet;
    private final Map<Name, Referred> referred = new ConcurrentHashMap<>();

    RestOfTheWorld(Worlds worlds, TenantState tenants, Fleet fleet) {
        this.worlds = worlds;
        this.tenants = tenants;
        this.fleet = fleet;
    }

    @Override
    public Optional<List<RecordSet>> find(Name name) {
        Optional<List<RecordSet>> domain = tenantDomain(name);
        if (domain.isPresent()) {
            return domain;
        }
        return fleet.zones().stream().anyMatch(zone -> names(zone).contains(name))
                ? Optional.of(records(name))
                : Optional.empty();
    }

    private Optional<List<RecordSet>> tenantDomain(Name name) {
        Optional<DomainName> domain = DomainName.find(name.toString());
        return domain.flatMap(wanted -> worlds.all().stream()
                .map(World::tenants)
                .flatMap(List::stream)
                .map(tenants::now)
                .filter(tenant -> owns(tenant, wanted))
                .findFirst()
                .map(tenant -> mail(tenant, wanted, name)));
    }

    private static boolean owns(Tenant tenant, DomainName domain) {
        return tenant.initialDomain().equals(domain) || tenant.verifiedDomains().contains(domain);
    }

    private static List<RecordSet> mail(Tenant tenant, DomainName domain, Name name) {
        return tenant
                .mailHost(domain)
                .map(host -> RecordSet.of(new MXRecord(name, DClass.IN, TTL, 0, Names.absolute(host.absolute()))))
                .stream()
                .toList();
    }

    private Set<Name> names(PrimaryZone zone) {
        Zone now = zone.zone();
        Referred known = referred.get(zone.origin());
        if (known == null || known.zone() != now) {
            known = new Referred(now, referredBy(now));
            referred.put(zone.origin(), known);
        }
        return known.names();
    }

    private static Set<Name> referredBy(Zone zone) {
        Set<Name> names = new HashSet<>();
        zone.records().forEach(record -> names.addAll(referredBy(record)));
        return names;
    }

    private static List<Name> referredBy(Record record) {
        return switch (record) {
            case CNAMERecord alias -> List.of(alias.getTarget());
            case MXRecord mail -> List.of(mail.getTarget());
            case NSRecord server -> List.of(server.getTarget());
            case SRVRecord service -> List.of(service.getTarget());
            case TXTRecord text -> included(String.join("", text.getStrings()));
            default -> List.of();
        };
    }

    private static List<Name> included(String text) {
        List<Name> names = new ArrayList<>();
        if (text.toLowerCase(Locale.ROOT).startsWith("v=spf1")) {
            Matcher matcher = INCLUDED.matcher(text);
            while (matcher.find()) {
                names.add(Names.absolute(matcher.group(1)));
            }
        }
        return names;
    }

    private static List<RecordSet> records(Name name) {
        if (name.toString().startsWith("_")) {
            return List.of(RecordSet.of(new TXTRecord(name, DClass.IN, TTL, "v=spf1 ip4:203.0.113.0/24 -all")));
        }
        int host = 1 + Math.floorMod(name.toString().toLowerCase(Locale.ROOT).hashCode(), 254);
        try {
            InetAddress address = InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, (byte) host});
            return List.of(
                    RecordSet.of(new ARecord(name, DClass.IN, TTL, address)),
                    RecordSet.of(new TXTRecord(name, DClass.IN, TTL, "v=spf1 ip4:203.0.113.0/24 -all")));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Referred(Zone zone, Set<Name> names) {}
}
