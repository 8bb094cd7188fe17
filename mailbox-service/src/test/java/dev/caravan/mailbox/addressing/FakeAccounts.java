package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.account.AccountChanges;
import dev.caravan.mailbox.account.ServiceAccount;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.recipient.Accounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Accounts, and two products: one with mailboxes and one without.
final class FakeAccounts implements Accounts {

    static final Subscription MAILBOXES = new Subscription("sku-mail", "ENTERPRISEPACK", true, 5);

    private final Map<String, ServiceAccount> accounts = new LinkedHashMap<>();
    private final List<Change> changed = new ArrayList<>();
    private int free = 5;

    FakeAccounts somebodyElse(String signInName) {
        accounts.put(signInName, new ServiceAccount("id-" + signInName, signInName, false, List.of()));
        return this;
    }

    /// One that was created and not licensed before a crash.
    FakeAccounts unlicensed(String signInName) {
        accounts.put(signInName, new ServiceAccount("id-" + signInName, signInName, true, List.of()));
        return this;
    }

    FakeAccounts free(int licences) {
        free = licences;
        return this;
    }

    Map<String, ServiceAccount> all() {
        return accounts;
    }

    List<String> licencesOf(String signInName) {
        return accounts.values().stream()
                .filter(account -> account.signInName().equals(signInName))
                .flatMap(account -> account.licences().stream())
                .toList();
    }

    List<Change> changed() {
        return changed;
    }

    @Override
    public Outcome<Map<String, ServiceAccount>> called(Collection<String> signInNames, Call call) {
        var found = new LinkedHashMap<>(accounts);
        found.keySet().retainAll(signInNames);
        return Outcome.done(found);
    }

    @Override
    public Outcome<List<Subscription>> licences(Call call) {
        return Outcome.done(List.of(
                new Subscription("sku-none", "POWER_BI", false, 1000),
                new Subscription(MAILBOXES.skuId(), MAILBOXES.partNumber(), true, free)));
    }

    @Override
    public Outcome<Integer> create(List<Change> changes, Call call) {
        for (var change : changes) {
            accounts.merge(
                    change.id(),
                    new ServiceAccount("id-" + change.id(), change.id(), true, licences(change)),
                    (before, now) -> new ServiceAccount(before.id(), before.signInName(), true, now.licences()));
        }
        changed.addAll(changes);
        return Outcome.done((int) changes.stream().map(Change::id).distinct().count());
    }

    @Override
    public Outcome<Integer> remove(Collection<ServiceAccount> doomed, Call call) {
        for (var account : doomed) {
            accounts.remove(account.signInName());
            changed.add(new Change(
                    AccountChanges.KIND,
                    account.signInName(),
                    AccountChanges.NAME,
                    List.of(account.signInName()),
                    List.of(),
                    "gone"));
        }
        return Outcome.done(doomed.size());
    }

    private static List<String> licences(Change change) {
        return change.property().equals(AccountChanges.LICENCES) ? change.after() : List.of();
    }
}
