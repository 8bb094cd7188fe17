package dev.caravan.dns.records;

import dev.caravan.dns.domain.AcceptedDomain;
import dev.caravan.dns.tenant.TenantMail;
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

/// Changes what a tenant does with letters to addresses that nobody has. It concerns the domains of the run and no
/// others, so no share limits it.
///
/// @param <C> the command
final class ChangingMail<C> implements Doing<C, List<AcceptedDomain>, DnsFact> {

    private final TenantMail tenant;
    private final BiFunction<C, Collection<AcceptedDomain>, Plan> planning;
    private final BiFunction<C, Plan, DnsFact> telling;

    ChangingMail(
            TenantMail tenant,
            BiFunction<C, Collection<AcceptedDomain>, Plan> planning,
            BiFunction<C, Plan, DnsFact> telling) {
        this.tenant = tenant;
        this.planning = planning;
        this.telling = telling;
    }

    @Override
    public Outcome<List<AcceptedDomain>> observe(C command, Call call) {
        return tenant.all(call);
    }

    @Override
    public Plan plan(C command, List<AcceptedDomain> observed) {
        return planning.apply(command, observed);
    }

    @Override
    public Outcome<DnsFact> apply(C command, List<AcceptedDomain> observed, Plan plan, Call call) {
        return InTurn.each(plan.changes(), change -> carryOut(tenant, change, call))
                .map(_ -> telling.apply(command, plan));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }

    static Outcome<String> carryOut(TenantMail tenant, Change change, Call call) {
        return tenant.set(change.id(), change.after().getFirst(), call);
    }
}
