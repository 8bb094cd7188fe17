package dev.caravan.mailbox.account;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts that come for a move, and go for good.
public final class AccountChanges {

    /// Kind of the objects, as plans, ledger and dump know it; their id is the sign-in name, which we choose.
    public static final String KIND = "account";
    /// The sign-in name; an account without it is not there.
    public static final String NAME = "userPrincipalName";
    /// Ids of the SKUs that it has.
    public static final String LICENCES = "licences";

    private AccountChanges() {}

    /// Whether a recorded change is one of accounts.
    public static boolean isOne(Change change) {
        return change.kind().equals(KIND)
                && (change.property().equals(NAME) || change.property().equals(LICENCES));
    }

    /// What has to change for there to be such an account.
    ///
    /// @param account what has that name, if anything has
    /// @param licence what gives it a mailbox, if it is to have one
    public static List<Change> creation(
            String signInName, Optional<ServiceAccount> account, Optional<Subscription> licence) {
        var changes = new ArrayList<Change>();
        if (account.isEmpty()) {
            changes.add(new Change(
                    KIND, signInName, NAME, List.of(), List.of(signInName), "%s is created".formatted(signInName)));
        }
        licence.filter(_ ->
                        account.map(ServiceAccount::licences).orElse(List.of()).isEmpty())
                .map(given -> new Change(
                        KIND,
                        signInName,
                        LICENCES,
                        List.of(),
                        List.of(given.skuId()),
                        "%s gets %s and a mailbox".formatted(signInName, given.partNumber())))
                .ifPresent(changes::add);
        return changes;
    }

    /// The end of accounts that recorded changes have brought. One that is not ours stays.
    ///
    /// @param accounts those that are there, by their sign-in name
    public static Plan removal(Map<String, ServiceAccount> accounts, Collection<Change> recorded) {
        var changes = new ArrayList<Change>();
        var conflicts = new ArrayList<Conflict>();
        for (var change : recorded) {
            var account = accounts.get(change.id());
            if (account == null
                    || !change.property().equals(NAME)
                    || change.after().isEmpty()) {
                continue;
            }
            if (!account.isOurs()) {
                conflicts.add(new Conflict(
                        KIND,
                        change.id(),
                        NAME,
                        List.of(change.id()),
                        "%s belongs to somebody else now and stays".formatted(change.id())));
                continue;
            }
            changes.add(new Change(
                    KIND, change.id(), NAME, change.after(), List.of(), "%s goes for good".formatted(change.id())));
            if (!account.licences().isEmpty()) {
                changes.add(new Change(
                        KIND,
                        change.id(),
                        LICENCES,
                        account.licences(),
                        List.of(),
                        "%s gives its licence back".formatted(change.id())));
            }
        }
        return new Plan(changes, conflicts, accounts.size());
    }
}
