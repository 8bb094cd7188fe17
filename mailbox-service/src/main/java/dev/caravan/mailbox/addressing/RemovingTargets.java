package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.addressing.MailboxCommand.RemoveTargets;
import dev.caravan.mailbox.pairing.Mark;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetCreation;
import dev.caravan.mailbox.pairing.TargetCreation.Made;
import dev.caravan.mailbox.recipient.TargetCreations;
import dev.caravan.mailbox.recipient.Targets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Removes for good what a step has created. Its extent is the ledger's, so no share of the tenant limits it.
final class RemovingTargets implements Doing<RemoveTargets, RemovingTargets.Observed, MailboxFact> {

    private final Targets targets;
    private final TargetCreations creations;

    RemovingTargets(Targets targets, TargetCreations creations) {
        this.targets = targets;
        this.creations = creations;
    }

    /// @param made what is still there, by mark
    /// @param marked who carries the marks, by mark
    record Observed(Map<String, Made> made, Map<String, Profile> marked) {}

    @Override
    public Outcome<Observed> observe(RemoveTargets command, Call call) {
        var guids = command.changes().stream()
                .map(Change::id)
                .distinct()
                .map(Mark::guid)
                .toList();
        return creations
                .made(command.changes(), call)
                .then(made -> targets.of(guids, call).map(found -> {
                    var marked = new LinkedHashMap<String, Profile>();
                    found.forEach((guid, profile) -> marked.put(Mark.of(guid), profile));
                    return new Observed(made, marked);
                }));
    }

    @Override
    public Plan plan(RemoveTargets command, Observed observed) {
        return TargetCreation.removal(observed.made(), observed.marked(), command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(RemoveTargets command, Observed observed, Plan plan, Call call) {
        return creations
                .remove(plan.changes(), observed.made(), call)
                .map(applied -> new MailboxFact.TargetsReverted(
                        applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
