package dev.caravan.dns.records;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.provider.DnsProvider;
import dev.caravan.dns.provider.DnsProviders;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.Zone;
import dev.caravan.dns.zone.ZoneEdit;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The zones of a connection's DNS account, whoever hosts them.
public final class Zones {

    private final Authority authority;
    private final DnsProviders providers;

    public Zones(Authority authority, DnsProviders providers) {
        this.authority = authority;
        this.providers = providers;
    }

    /// Reads the zones that hold these domains, each once, in the order of their first domain.
    Outcome<List<HeldDomains>> holding(Collection<DomainName> domains, Call call) {
        return apexes(domains, call)
                .then(held -> InTurn.each(
                        held.entrySet(),
                        entry -> provider(call)
                                .then(provider -> provider.read(entry.getKey(), call))
                                .map(zone -> new HeldDomains(zone, entry.getValue()))));
    }

    /// Reads the zones that hold the record sets of these changes.
    Outcome<List<HeldDomains>> holdingRecordSets(List<Change> changes, Call call) {
        SortedSet<DomainName> owners = changes.stream()
                .map(change -> RecordKey.parse(change.id()).owner())
                .collect(Collectors.toCollection(TreeSet::new));
        return holding(owners, call);
    }

    /// Carries planned changes out, one zone after the other.
    Outcome<Integer> carryOut(List<HeldDomains> seen, List<Change> changes, Call call) {
        List<Zone> zones = seen.stream().map(HeldDomains::zone).toList();
        List<ZoneEdit> edits = ZoneEdit.all(zones, changes).stream()
                .filter(edit -> !edit.replacements().isEmpty())
                .toList();
        return InTurn.each(edits, edit -> provider(call).then(provider -> provider.replace(edit, call)))
                .map(List::size);
    }

    private Outcome<Map<DomainName, List<DomainName>>> apexes(Collection<DomainName> domains, Call call) {
        record Held(DomainName apex, DomainName domain) {}
        return InTurn.each(domains, domain -> authority.zoneOf(domain).map(apex -> new Held(apex, domain)))
                .map(held -> held.stream()
                        .collect(Collectors.groupingBy(
                                Held::apex,
                                LinkedHashMap::new,
                                Collectors.mapping(Held::domain, Collectors.toList()))));
    }

    private Outcome<DnsProvider> provider(Call call) {
        return providers.of(call.connection());
    }
}
