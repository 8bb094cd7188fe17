package dev.caravan.mailbox.recipient;

import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.RecipientKind;
import java.util.List;

/// A change of addresses with the kind of the recipient, which says by which cmdlet it is made.
public record Readdressing(RecipientKind kind, Change change) {

    /// Changes that name their recipients by kind and guid.
    ///
    /// Throws `IllegalArgumentException` when one names anything else.
    public static List<Readdressing> of(List<Change> changes) {
        return changes.stream().map(Readdressing::of).toList();
    }

    private static Readdressing of(Change change) {
        return RecipientKind.of(change.kind())
                .map(kind -> new Readdressing(kind, change))
                .orElseThrow(() -> new IllegalArgumentException("no kind of recipients: " + change.kind()));
    }
}
