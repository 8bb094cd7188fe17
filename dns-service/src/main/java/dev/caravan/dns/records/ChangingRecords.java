package dev.caravan.dns.records;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordWish;
import dev.caravan.dns.zone.RecordWishes;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import java.util.List;
import java.util.Map;

/// Has zones say what is wished for domains; what a command wishes is all that it differs in from others.
///
/// @param <C> the command
final class ChangingRecords<C extends DnsCommand.OverDomains> implements Doing<C, ChangingRecords.Observed, DnsFact> {

    private final Zones zones;
    private final Wishing<C> wishing;

    ChangingRecords(Zones zones, Wishing<C> wishing) {
        this.zones = zones;
        this.wishing = wishing;
    }

    /// What a command wishes for its domains; a tenant may have to be asked.
    @FunctionalInterface
    interface Wishing<C> {
        Outcome<Map<DomainName, List<RecordWish>>> of(C command, Call call);
    }

    record Observed(List<HeldDomains> held, Map<DomainName, List<RecordWish>> wishes) {}

    @Override
    public Outcome<Observed> observe(C command, Call call) {
        return wishing.of(command, call)
                .then(wishes -> zones.holding(command.domains(), call).map(held -> new Observed(held, wishes)));
    }

    @Override
    public Plan plan(C command, Observed observed) {
        var changes = observed.held().stream()
                .flatMap(held -> RecordWishes.plan(
                        held.zone(),
                        held.domains().stream()
                                .flatMap(domain -> observed.wishes().getOrDefault(domain, List.of()).stream())
                                .toList())
                        .stream())
                .toList();
        var recordSets = observed.held().stream()
                .mapToInt(held -> held.zone().recordSets().size())
                .sum();
        return Plan.of(changes, recordSets);
    }

    @Override
    public Outcome<DnsFact> apply(C command, Observed observed, Plan plan, Call call) {
        var applied = plan.changes().size();
        var wishes = observed.wishes().values().stream().mapToInt(List::size).sum();
        return zones.carryOut(observed.held(), plan.changes(), call)
                .map(_ -> new DnsFact.RecordsChanged(applied, Math.max(0, wishes - applied)));
    }
}
