package dev.caravan.dns.records;

import dev.caravan.dns.zone.RecordReversion;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import java.util.List;

/// Takes recorded changes of RRsets back. Its extent is the ledger's, so no share of the zone limits it.
final class RevertingRecords implements Doing<DnsCommand.RevertRecords, List<HeldDomains>, DnsFact> {

    private final Zones zones;

    RevertingRecords(Zones zones) {
        this.zones = zones;
    }

    @Override
    public Outcome<List<HeldDomains>> observe(DnsCommand.RevertRecords command, Call call) {
        return zones.holdingRecordSets(command.changes(), call);
    }

    @Override
    public Plan plan(DnsCommand.RevertRecords command, List<HeldDomains> observed) {
        return HeldDomains.plan(observed, command.changes(), RecordReversion::plan);
    }

    @Override
    public Outcome<DnsFact> apply(DnsCommand.RevertRecords command, List<HeldDomains> observed, Plan plan, Call call) {
        int applied = plan.changes().size();
        return zones.carryOut(observed, plan.changes(), call)
                .map(zonesChanged ->
                        new DnsFact.RecordsReverted(applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
