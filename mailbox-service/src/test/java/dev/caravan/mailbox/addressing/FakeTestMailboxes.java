package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.mailbox.recipient.TestMailboxes;
import dev.caravan.mailbox.trial.NewItem;
import dev.caravan.mailbox.trial.TestItem;
import dev.caravan.mailbox.trial.TestMailbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Test mailboxes of two tenants: calls through the connection `source` are about the one, all others about the other.
final class FakeTestMailboxes implements TestMailboxes {

    private final Map<String, Set<TestItem>> source = new HashMap<>();
    private final Map<String, Set<TestItem>> destination = new HashMap<>();
    private final List<NewItem> added = new ArrayList<>();

    List<NewItem> added() {
        return added;
    }

    /// Letters arrive.
    void deliver() {
        added.stream()
                .filter(item -> item.item().kind() == TestItem.Kind.SENT_LETTER)
                .forEach(item -> of(destination, item.reader())
                        .add(new TestItem(
                                TestItem.Kind.RECEIVED_LETTER, item.item().name())));
    }

    /// What the source holds, too.
    void originals() {
        destination.forEach((account, items) -> of(source, account).addAll(items));
    }

    void lose(TestItem.Kind kind) {
        destination.values().forEach(items -> items.removeIf(item -> item.kind() == kind));
    }

    private static Set<TestItem> of(Map<String, Set<TestItem>> tenant, String account) {
        return tenant.computeIfAbsent(account, _ -> new HashSet<>());
    }

    @Override
    public Outcome<List<TestMailbox>> of(List<String> accounts, Call call) {
        var tenant = call.header().connectionId().equals(FakeTenants.SOURCE.connectionId()) ? source : destination;
        return Outcome.done(accounts.stream()
                .map(account -> new TestMailbox(account, of(tenant, account)))
                .toList());
    }

    @Override
    public Outcome<Integer> add(List<NewItem> items, LocalDate day, Call call) {
        items.forEach(item -> of(destination, item.account()).add(item.item()));
        added.addAll(items);
        return Outcome.done(items.size());
    }
}
