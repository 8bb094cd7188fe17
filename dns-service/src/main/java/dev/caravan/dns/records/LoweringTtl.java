package dev.caravan.dns.records;

import dev.caravan.dns.zone.TtlLowering;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.List;

/// Lowers the TTL of mail records, so that a later switch reaches the world's caches within minutes.
final class LoweringTtl implements Doing<DnsCommand.LowerTtl, List<HeldDomains>, DnsFact> {

    private final Zones zones;

    LoweringTtl(Zones zones) {
        this.zones = zones;
    }

    @Override
    public Outcome<List<HeldDomains>> observe(DnsCommand.LowerTtl command, Call call) {
        return zones.holding(command.domains(), call);
    }

    @Override
    public Plan plan(DnsCommand.LowerTtl command, List<HeldDomains> observed) {
        List<Change> changes = observed.stream()
                .flatMap(held -> held.domains().stream()
                        .flatMap(domain -> TtlLowering.plan(held.zone(), domain, command.ttlSeconds()).stream()))
                .distinct()
                .toList();
        int recordSets = observed.stream()
                .mapToInt(held -> held.zone().recordSets().size())
                .sum();
        return Plan.of(changes, recordSets);
    }

    @Override
    public Outcome<DnsFact> apply(DnsCommand.LowerTtl command, List<HeldDomains> observed, Plan plan, Call call) {
        int mailRecords =
                observed.stream().mapToInt(held -> held.mailRecords().size()).sum();
        int applied = plan.changes().size();
        return zones.carryOut(observed, plan.changes(), call)
                .map(zonesChanged ->
                        new DnsFact.TtlLowered(applied, mailRecords - applied, HeldDomains.ttlSecondsMax(observed)));
    }
}
