package dev.caravan.mailbox.trial;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/// The mailbox of a test account.
///
/// @param account its sign-in name, which is its address, too
public record TestMailbox(String account, Set<TestItem> items) {

    public TestMailbox {
        items = Set.copyOf(items);
    }

    /// A sentence for each item of these kinds that a copy lacks.
    public Stream<String> missingIn(TestMailbox copy, Collection<TestItem.Kind> kinds) {
        return items.stream()
                .filter(item -> kinds.contains(item.kind()))
                .filter(item -> !copy.items().contains(item))
                .map(item -> "%s lacks the %s".formatted(copy.account(), item.inWords()))
                .sorted();
    }

    /// How many items there are of these kinds.
    public long count(Collection<TestItem.Kind> kinds) {
        return items.stream().filter(item -> kinds.contains(item.kind())).count();
    }

    boolean holds(TestItem item) {
        return items.contains(item);
    }

    String local() {
        return account.substring(0, account.indexOf('@'));
    }
}
