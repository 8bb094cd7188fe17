package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertIdentifierUris;
import dev.caravan.mailbox.recipient.DirectoryObjects;
import dev.caravan.mailbox.reference.Application;
import dev.caravan.mailbox.reference.IdentifierUris;
import java.util.Map;

/// Takes recorded changes of identifier URIs back.
final class RevertingIdentifierUris implements Doing<RevertIdentifierUris, Map<String, Application>, MailboxFact> {

    private final DirectoryObjects objects;

    RevertingIdentifierUris(DirectoryObjects objects) {
        this.objects = objects;
    }

    @Override
    public Outcome<Map<String, Application>> observe(RevertIdentifierUris command, Call call) {
        return objects.applications(
                command.changes().stream().map(Change::id).distinct().toList(), call);
    }

    @Override
    public Plan plan(RevertIdentifierUris command, Map<String, Application> observed) {
        return IdentifierUris.reversion(observed, command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(
            RevertIdentifierUris command, Map<String, Application> observed, Plan plan, Call call) {
        return objects.changeIdentifierUris(plan.changes(), call)
                .map(applied -> new MailboxFact.IdentifierUrisReverted(
                        applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
