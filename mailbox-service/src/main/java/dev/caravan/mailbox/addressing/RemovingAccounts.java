package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.account.AccountChanges;
import dev.caravan.mailbox.account.ServiceAccount;
import dev.caravan.mailbox.addressing.MailboxCommand.RemoveAccounts;
import dev.caravan.mailbox.recipient.Accounts;
import java.util.Map;
import java.util.stream.Collectors;

/// Removes for good the accounts that a step has created.
final class RemovingAccounts implements Doing<RemoveAccounts, Map<String, ServiceAccount>, MailboxFact> {

    private final Accounts accounts;

    RemovingAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Outcome<Map<String, ServiceAccount>> observe(RemoveAccounts command, Call call) {
        return accounts.called(
                command.changes().stream().map(Change::id).distinct().toList(), call);
    }

    @Override
    public Plan plan(RemoveAccounts command, Map<String, ServiceAccount> observed) {
        return AccountChanges.removal(observed, command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(
            RemoveAccounts command, Map<String, ServiceAccount> observed, Plan plan, Call call) {
        var doomed = plan.changes().stream().map(Change::id).collect(Collectors.toSet());
        var all = command.changes().stream().map(Change::id).distinct().count();
        return accounts.remove(
                        observed.entrySet().stream()
                                .filter(entry -> doomed.contains(entry.getKey()))
                                .map(Map.Entry::getValue)
                                .toList(),
                        call)
                .map(_ -> new MailboxFact.AccountsRemoved(doomed.size(), (int) all - doomed.size(), plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
