package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetProperty;
import dev.caravan.mailbox.recipient.Targets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Takes recorded changes of a target's property back.
///
/// @param <C> the command
final class RevertingProperty<C extends MailboxCommand> implements Doing<C, Map<String, Profile>, MailboxFact> {

    private final Targets targets;
    private final TargetProperty property;
    private final Function<C, List<Change>> changes;

    RevertingProperty(Targets targets, TargetProperty property, Function<C, List<Change>> changes) {
        this.targets = targets;
        this.property = property;
        this.changes = changes;
    }

    @Override
    public Outcome<Map<String, Profile>> observe(C command, Call call) {
        return targets.profiles(
                changes.apply(command).stream().map(Change::id).distinct().toList(), call);
    }

    @Override
    public Plan plan(C command, Map<String, Profile> observed) {
        return property.reversion(observed, changes.apply(command));
    }

    @Override
    public Outcome<MailboxFact> apply(C command, Map<String, Profile> observed, Plan plan, Call call) {
        return targets.set(property, plan.changes(), call)
                .map(applied -> new MailboxFact.TargetsReverted(
                        applied, changes.apply(command).size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
