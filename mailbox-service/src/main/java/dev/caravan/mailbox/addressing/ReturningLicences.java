package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.account.LentLicences;
import dev.caravan.mailbox.account.LicensedUser;
import dev.caravan.mailbox.addressing.MailboxCommand.ReturnLicences;
import dev.caravan.mailbox.recipient.Licences;
import java.util.Map;
import java.util.stream.Collectors;

/// Takes recorded changes of lent licences back: what was lent is returned, what was returned is lent again.
final class ReturningLicences implements Doing<ReturnLicences, Map<String, LicensedUser>, MailboxFact> {

    private final Licences licences;

    ReturningLicences(Licences licences) {
        this.licences = licences;
    }

    @Override
    public Outcome<Map<String, LicensedUser>> observe(ReturnLicences command, Call call) {
        return licences.users(
                command.changes().stream().map(Change::id).distinct().toList(), call);
    }

    @Override
    public Plan plan(ReturnLicences command, Map<String, LicensedUser> observed) {
        return LentLicences.reversion(observed, command.changes());
    }

    /// Whoever gets a licence again is waited for until Exchange knows them.
    @Override
    public Outcome<MailboxFact> apply(
            ReturnLicences command, Map<String, LicensedUser> observed, Plan plan, Call call) {
        return licences.change(plan.changes(), call)
                .then(applied -> observe(command, call).then(after -> known(command, after, applied, plan)));
    }

    private static Outcome<MailboxFact> known(
            ReturnLicences command, Map<String, LicensedUser> users, int applied, Plan plan) {
        var lent = command.changes().stream()
                .filter(change -> change.property().equals(LentLicences.PROPERTY))
                .filter(change -> !change.before().isEmpty())
                .map(Change::id)
                .collect(Collectors.toSet());
        var unknown = users.values().stream()
                .filter(user -> lent.contains(user.id()) && !user.hasRecipient())
                .toList();
        return unknown.isEmpty()
                ? Outcome.done(new MailboxFact.LicencesReturned(
                        applied, command.changes().size() - applied, plan.conflicts()))
                : LendingLicences.waiting(unknown);
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
