package dev.caravan.dns.records;

import dev.caravan.dns.domain.Signing;
import dev.caravan.dns.tenant.TenantSigning;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/// Has a tenant sign letters of domains, or sign them no longer. The extent is the ledger's, so no share limits it.
///
/// @param <C> the command
final class ChangingSigning<C> implements Doing<C, List<Signing>, DnsFact> {

    private final TenantSigning tenant;
    private final BiFunction<C, Collection<Signing>, Plan> planning;
    private final BiFunction<C, Plan, DnsFact> telling;

    ChangingSigning(
            TenantSigning tenant,
            BiFunction<C, Collection<Signing>, Plan> planning,
            BiFunction<C, Plan, DnsFact> telling) {
        this.tenant = tenant;
        this.planning = planning;
        this.telling = telling;
    }

    @Override
    public Outcome<List<Signing>> observe(C command, Call call) {
        return tenant.all(call);
    }

    @Override
    public Plan plan(C command, List<Signing> observed) {
        return planning.apply(command, observed);
    }

    @Override
    public Outcome<DnsFact> apply(C command, List<Signing> observed, Plan plan, Call call) {
        return InTurn.each(plan.changes(), change -> carryOut(tenant, change, call))
                .map(_ -> telling.apply(command, plan));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }

    /// Keys come before they are used.
    static Outcome<String> carryOut(TenantSigning tenant, Change change, Call call) {
        var isToSign = change.after().equals(List.of("true"));
        if (change.before().isEmpty()) {
            var created = tenant.create(change.id(), call);
            return isToSign ? created.then(id -> tenant.enable(id, call)) : created;
        }
        return isToSign ? tenant.enable(change.id(), call) : tenant.disable(change.id(), call);
    }
}
