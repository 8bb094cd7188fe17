package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.account.AccountChanges;
import dev.caravan.mailbox.account.ServiceAccount;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.addressing.MailboxCommand.CreateAccounts;
import dev.caravan.mailbox.recipient.Accounts;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creates the accounts that a move needs.
final class CreatingAccounts implements Doing<CreateAccounts, CreatingAccounts.Seen, MailboxFact> {

    private final RecipientDirectory directory;
    private final Accounts accounts;

    CreatingAccounts(RecipientDirectory directory, Accounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /// @param names the sign-in names that are wanted
    /// @param accounts those of them that are there
    /// @param licence what is given to whoever has none; empty where nobody is to have one
    record Seen(List<String> names, Map<String, ServiceAccount> accounts, Optional<Subscription> licence) {}

    @Override
    public Outcome<Seen> observe(CreateAccounts command, Call call) {
        return directory.initialDomain(call).then(initial -> {
            var names = command.accounts().stream()
                    .map(local -> ServiceAccount.signInName(local, initial))
                    .toList();
            return accounts.called(names, call)
                    .then(CreatingAccounts::onlyOurs)
                    .then(found ->
                            licence(command, found.size(), call).map(licence -> new Seen(names, found, licence)));
        });
    }

    private static Outcome<Map<String, ServiceAccount>> onlyOurs(Map<String, ServiceAccount> found) {
        return found.values().stream()
                .filter(account -> !account.isOurs())
                .findFirst()
                .<Outcome<Map<String, ServiceAccount>>>map(other -> Outcome.failedForGood(
                        "name-taken", "%s is somebody else's account".formatted(other.signInName())))
                .orElseGet(() -> Outcome.done(found));
    }

    private Outcome<Optional<Subscription>> licence(CreateAccounts command, int found, Call call) {
        if (!command.withMailboxes()) {
            return Outcome.done(Optional.empty());
        }
        var users = command.accounts().size() - found;
        return accounts.licences(call)
                .then(all -> Subscription.ofMailboxes(all, users)
                        .<Outcome<Optional<Subscription>>>map(licence -> Outcome.done(Optional.of(licence)))
                        .orElseGet(() -> Outcome.failedForNow(
                                "no-licence", "no licence with a mailbox is left for %d accounts".formatted(users))));
    }

    @Override
    public Plan plan(CreateAccounts command, Seen seen) {
        var changes = seen.names().stream()
                .flatMap(name ->
                        AccountChanges.creation(
                                name, Optional.ofNullable(seen.accounts().get(name)), seen.licence())
                                .stream())
                .toList();
        return Plan.of(changes, seen.names().size());
    }

    @Override
    public Outcome<MailboxFact> apply(CreateAccounts command, Seen seen, Plan plan, Call call) {
        return accounts.create(plan.changes(), call)
                .map(created ->
                        new MailboxFact.AccountsCreated(created, seen.names().size() - created));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
