package dev.caravan.dns.records;

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

/// Changes what a tenant does with domains that it has. It concerns the domains of the run or of the ledger and no
/// others, so no share limits it.
///
/// @param <C> the command
/// @param <T> what the tenant has for each domain
/// @param remote how that is read and changed
record ChangingDomainProperty<C, T>(
        Remote<T> remote, BiFunction<C, Collection<T>, Plan> planning, BiFunction<C, Plan, DnsFact> telling)
        implements Doing<C, List<T>, DnsFact> {

    /// What reads and changes it.
    interface Remote<T> {

        /// That of all domains.
        Outcome<List<T>> all(Call call);

        /// One change.
        ///
        /// @return the domain's id
        Outcome<String> carryOut(Change change, Call call);
    }

    @Override
    public Outcome<List<T>> observe(C command, Call call) {
        return remote.all(call);
    }

    @Override
    public Plan plan(C command, List<T> observed) {
        return planning.apply(command, observed);
    }

    @Override
    public Outcome<DnsFact> apply(C command, List<T> observed, Plan plan, Call call) {
        return InTurn.each(plan.changes(), change -> remote.carryOut(change, call))
                .map(_ -> telling.apply(command, plan));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
