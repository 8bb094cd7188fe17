package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.address.SignInName;
import dev.caravan.mailbox.address.User;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertSignInNames;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.Map;

/// Takes recorded changes of sign-in names back, and those of addresses that came with them.
final class RevertingSignInNames implements Doing<RevertSignInNames, Map<String, User>, MailboxFact> {

    private final RecipientDirectory directory;
    private final Renaming renaming;

    RevertingSignInNames(RecipientDirectory directory) {
        this.directory = directory;
        this.renaming = new Renaming(directory);
    }

    @Override
    public Outcome<Map<String, User>> observe(RevertSignInNames command, Call call) {
        return directory.users(
                command.changes().stream().map(Change::id).distinct().toList(), call);
    }

    @Override
    public Plan plan(RevertSignInNames command, Map<String, User> observed) {
        return SignInName.reversion(observed, command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(RevertSignInNames command, Map<String, User> observed, Plan plan, Call call) {
        var applied = plan.changes().size();
        return renaming.carryOut(plan, call)
                .map(_ -> new MailboxFact.SignInNamesReverted(
                        applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
