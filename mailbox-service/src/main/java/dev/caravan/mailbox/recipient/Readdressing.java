package dev.caravan.mailbox.recipient;

import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.RecipientKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A change of addresses with the kind of the recipient, which says by which cmdlet it is made.
public record Readdressing(RecipientKind kind, Change change) {

    /// Changes that name their recipients by kind and guid.
    ///
    /// Throws `IllegalArgumentException` when one names anything else.
    public static List<Readdressing> of(List<Change> changes) {
        return changes.stream().map(Readdressing::of).toList();
    }

    /// Changes that name their recipients by guid, or by the id of the user whose mail they take.
    ///
    /// @param recipients by those ids
    public static List<Readdressing> of(List<Change> changes, Map<String, Recipient> recipients) {
        return changes.stream()
                .flatMap(change -> Optional.ofNullable(recipients.get(change.id()))
                        .map(recipient -> new Readdressing(recipient.kind(), change))
                        .stream())
                .toList();
    }

    private static Readdressing of(Change change) {
        return RecipientKind.of(change.kind())
                .map(kind -> new Readdressing(kind, change))
                .orElseThrow(() -> new IllegalArgumentException("no kind of recipients: " + change.kind()));
    }
}
