package dev.caravan.mailbox.trial;

import dev.caravan.kit.plan.Change;
import java.util.List;

/// An item that comes into a test mailbox.
///
/// @param account whose mailbox
/// @param reader the address that a letter is sent to; of other items the account's own
public record NewItem(String account, TestItem item, String reader) {

    /// Kind of the objects, as plans and ledger know it; their id is account and name, their property what they are.
    public static final String KIND = "testItem";

    private static final char BETWEEN = '/';

    /// As plans say that it comes.
    public Change change() {
        return new Change(
                KIND,
                account + BETWEEN + item.name(),
                item.kind().word(),
                List.of(),
                List.of(reader),
                "%s gets the %s".formatted(account, item.inWords()));
    }

    /// The item that a planned change brings.
    public static NewItem of(Change change) {
        var end = change.id().indexOf(BETWEEN);
        return new NewItem(
                change.id().substring(0, end),
                new TestItem(TestItem.Kind.of(change.property()), change.id().substring(end + 1)),
                change.after().getFirst());
    }
}
