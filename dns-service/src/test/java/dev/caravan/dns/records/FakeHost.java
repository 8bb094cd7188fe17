package dev.caravan.dns.records;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.provider.DnsProvider;
import dev.caravan.dns.provider.DnsProviders;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.Zone;
import dev.caravan.dns.zone.ZoneEdit;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Zones in memory, with a primary that is edited and a secondary that follows when told to.
public final class FakeHost implements DnsProvider, Authority {

    static final DomainName PRIMARY = DomainName.parse("ns1.fabrikam.example");
    static final DomainName SECONDARY = DomainName.parse("ns2.fabrikam.example");

    private final Map<DomainName, Zone> primary = new TreeMap<>();
    private final Map<DomainName, Zone> secondary = new TreeMap<>();
    private final List<ZoneEdit> edits = new ArrayList<>();

    FakeHost hosting(Zone zone) {
        primary.put(zone.apex(), zone);
        secondary.put(zone.apex(), zone);
        return this;
    }

    void transfer() {
        secondary.putAll(primary);
    }

    Zone zone(DomainName apex) {
        return hosted(primary, apex);
    }

    /// What was really changed, in its order.
    List<ZoneEdit> edits() {
        return List.copyOf(edits);
    }

    public DnsHandlers handlers() {
        return handlers(new FakeTenant());
    }

    DnsHandlers handlers(FakeTenant tenant) {
        return handlers(tenant, new FakeSigning());
    }

    DnsHandlers handlers(FakeTenant tenant, FakeSigning signing) {
        return handlers(tenant, signing, new FakeMail());
    }

    DnsHandlers handlers(FakeTenant tenant, FakeSigning signing, FakeMail mail) {
        return new DnsHandlers(new Zones(this, new DnsProviders(List.of(this))), this, tenant, signing, mail);
    }

    @Override
    public String word() {
        return "fake";
    }

    @Override
    public Outcome<Zone> read(DomainName apex, Call call) {
        return Outcome.done(hosted(primary, apex));
    }

    @Override
    public Outcome<ZoneEdit> replace(ZoneEdit edit, Call call) {
        Zone zone = edit.seen();
        Map<RecordKey, RecordSet> recordSets = new TreeMap<>(zone.recordSets());
        edit.replacements()
                .forEach(replacement -> replacement
                        .after()
                        .ifPresentOrElse(
                                after -> recordSets.put(replacement.key(), after),
                                () -> recordSets.remove(replacement.key())));
        primary.put(zone.apex(), Zone.of(zone.apex(), zone.serial() + 1, recordSets.values()));
        edits.add(edit);
        return Outcome.done(edit);
    }

    @Override
    public Outcome<DomainName> zoneOf(DomainName name) {
        return primary.keySet().stream()
                .filter(name::isAtOrBelow)
                .max(Comparator.comparingInt(apex -> apex.text().length()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.failedForNow("no-zone", "no zone holds " + name));
    }

    @Override
    public Outcome<DomainName> primaryOf(DomainName zone) {
        return Outcome.done(PRIMARY);
    }

    @Override
    public Outcome<List<DomainName>> serversOf(DomainName zone, Call call) {
        return Outcome.done(List.of(PRIMARY, SECONDARY));
    }

    @Override
    public Outcome<Optional<RecordSet>> ask(DomainName server, RecordKey key, Call call) {
        Map<DomainName, Zone> zones = server.equals(PRIMARY) ? primary : secondary;
        return zoneOf(key.owner()).map(apex -> hosted(zones, apex).find(key));
    }

    private static Zone hosted(Map<DomainName, Zone> zones, DomainName apex) {
        return Objects.requireNonNull(zones.get(apex), () -> "nobody hosts " + apex);
    }
}
