package dev.caravan.dns.records;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordReversion;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Takes recorded changes of RRsets back. Its extent is the ledger's, so no share of the zone limits it.
final class RevertingRecords implements Doing<DnsCommand.RevertRecords, List<HeldDomains>, DnsFact> {

    private final Zones zones;

    RevertingRecords(Zones zones) {
        this.zones = zones;
    }

    @Override
    public Outcome<List<HeldDomains>> observe(DnsCommand.RevertRecords command, Call call) {
        Set<DomainName> owners = command.changes().stream()
                .map(change -> RecordKey.parse(change.id()).owner())
                .collect(Collectors.toCollection(TreeSet::new));
        return zones.holding(owners, call);
    }

    @Override
    public Plan plan(DnsCommand.RevertRecords command, List<HeldDomains> observed) {
        List<Plan> plans = observed.stream()
                .map(held -> RecordReversion.plan(held.zone(), within(held, command.changes())))
                .toList();
        return new Plan(
                plans.stream().flatMap(plan -> plan.changes().stream()).toList(),
                plans.stream().flatMap(plan -> plan.conflicts().stream()).toList(),
                plans.stream().mapToInt(Plan::observed).sum());
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

    private static List<Change> within(HeldDomains held, List<Change> changes) {
        return changes.stream()
                .filter(change ->
                        held.domains().contains(RecordKey.parse(change.id()).owner()))
                .toList();
    }
}
