package dev.caravan.kit.command;

import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;

/// Handles a command that changes a remote: *observe → plan → apply → verify*. Between plan and apply the kit tells
/// the plan and waits until Kafka has it. Handling a command a second time must change nothing.
///
/// @param <C> the command
/// @param <O> what is observed of the remote
/// @param <F> the facts that the service tells
public interface Doing<C, O, F> {

    /// The code of a failure that says that what was done is not to be seen.
    String UNVERIFIED = "unverified";

    /// Reads what there is.
    Outcome<O> observe(C command, Call call);

    /// What has to change: a pure function of what is observed and what is wanted.
    Plan plan(C command, O observed);

    /// Carries the plan out, in its order. An empty plan makes no remote call.
    ///
    /// @return [Outcome.Done] with what shall be told, when the remote has accepted every change
    Outcome<F> apply(C command, O observed, Plan plan, Call call);

    /// Whether it is so: reads again, and finds nothing left to do. Asked only after something was changed, and again
    /// for as long as reads may lag behind where it fails with [#UNVERIFIED] or `not-found`.
    ///
    /// @param claimed what [#apply] said, to be told when it is so
    default Outcome<F> verify(C command, Plan plan, F claimed, Call call) {
        return observe(command, call).then(observed -> {
            var left = plan(command, observed).changes();
            return left.isEmpty()
                    ? Outcome.done(claimed)
                    : Outcome.failedForNow(
                            UNVERIFIED,
                            "read again, and still to do: " + left.getFirst().sentence());
        });
    }

    /// What a plan may touch without people having approved it.
    default SafetyLimits limits() {
        return SafetyLimits.STANDARD;
    }

    /// This handler, bound to a command.
    default Handling<F> of(C command) {
        return new Handling.ToDo<>(command, this);
    }
}
