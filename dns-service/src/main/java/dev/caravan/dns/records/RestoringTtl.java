package dev.caravan.dns.records;

import dev.caravan.dns.zone.TtlRestoration;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import java.util.List;

/// Restores lowered TTLs once nobody goes back any more, so that the world's caches spare the name servers again. Its
/// extent is the ledger's, so no share of the zone limits it.
final class RestoringTtl implements Doing<DnsCommand.RestoreTtl, List<HeldDomains>, DnsFact> {

    private final Zones zones;

    RestoringTtl(Zones zones) {
        this.zones = zones;
    }

    @Override
    public Outcome<List<HeldDomains>> observe(DnsCommand.RestoreTtl command, Call call) {
        return zones.holdingRecordSets(command.changes(), call);
    }

    @Override
    public Plan plan(DnsCommand.RestoreTtl command, List<HeldDomains> observed) {
        return HeldDomains.plan(observed, command.changes(), TtlRestoration::plan);
    }

    @Override
    public Outcome<DnsFact> apply(DnsCommand.RestoreTtl command, List<HeldDomains> observed, Plan plan, Call call) {
        int applied = plan.changes().size();
        return zones.carryOut(observed, plan.changes(), call)
                .map(zonesChanged ->
                        new DnsFact.TtlRestored(applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
