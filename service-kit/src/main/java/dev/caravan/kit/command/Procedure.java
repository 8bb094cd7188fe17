package dev.caravan.kit.command;

import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The order in which every command is carried out: observe, plan, check the plan, tell it, apply, verify. Nothing is
/// changed before Kafka has the plan.
///
/// @param call leave for the command's remote calls
/// @param planned tells the plan and returns when Kafka has it
/// @param telling tells facts before the outcome
/// @param <F> the facts that the service tells
public record Procedure<F>(Call call, Consumer<Plan> planned, Telling<F> telling) {

    /// Carries the command out.
    ///
    /// @return the fact to tell; none when the plan was the answer
    public Outcome<Optional<F>> follow(Handling<F> handling) {
        return switch (handling) {
            case Handling.ToAsk<?, F> asking -> ask(asking).map(Optional::of);
            case Handling.ToDo<?, ?, F> doing -> carryOut(doing);
        };
    }

    private <C> Outcome<F> ask(Handling.ToAsk<C, F> bound) {
        return bound.asking().ask(bound.command(), call, telling);
    }

    private <C, O> Outcome<Optional<F>> carryOut(Handling.ToDo<C, O, F> bound) {
        var command = bound.command();
        var doing = bound.doing();
        return doing.observe(command, call).then(observed -> {
            var plan = doing.plan(command, observed);
            return call.header().dryRun()
                    ? preview(plan)
                    : approved(plan, doing.limits())
                            .then(_ -> carryOut(command, observed, plan, doing))
                            .map(Optional::of);
        });
    }

    private <C, O> Outcome<F> carryOut(C command, O observed, Plan plan, Doing<C, O, F> doing) {
        if (plan.isEmpty()) {
            return doing.apply(command, observed, plan, call);
        }
        planned.accept(plan);
        var settling = Settling.of(call);
        return settling.attempted(doing.apply(command, observed, plan, call)
                .then(claimed -> settling.seen(() -> doing.verify(command, plan, claimed, call))));
    }

    private Outcome<Optional<F>> preview(Plan plan) {
        planned.accept(plan);
        return Outcome.done(Optional.empty());
    }

    /// What people approved may be done to its last change and no further; else the limits say what may be done.
    private Outcome<Plan> approved(Plan plan, SafetyLimits limits) {
        return call.header()
                .approvedChanges()
                .map(approved -> approvedByPeople(plan, approved))
                .orElseGet(() -> approvedByLimits(plan, limits));
    }

    private static Outcome<Plan> approvedByPeople(Plan plan, Set<String> approved) {
        return plan.changes().stream()
                .filter(change -> !approved.contains(change.digest()))
                .findFirst()
                .map(change -> Outcome.<Plan>refused("plan-changed", "nobody approved: " + change.sentence()))
                .orElseGet(() -> Outcome.done(plan));
    }

    private static Outcome<Plan> approvedByLimits(Plan plan, SafetyLimits limits) {
        return limits.excess(plan)
                .map(excess -> Outcome.<Plan>refused("plan-too-large", excess))
                .orElseGet(() -> Outcome.done(plan));
    }
}
