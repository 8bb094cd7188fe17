package dev.caravan.mailbox.reference;

import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.MovingDomains;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A user or a Microsoft 365 group that was deleted and could be restored for 30 days.
///
/// @param id in the directory
/// @param displayName for people only: names repeat
/// @param names sign-in name and addresses, without their types
public record DeletedObject(String id, Kind kind, String displayName, List<String> names) {

    /// The property whose value goes with the object.
    public static final String PROPERTY = "id";

    /// Which of both.
    public enum Kind {
        DELETED_USER("deletedUser"),
        DELETED_GROUP("deletedGroup");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As plans, ledger and dump know it.
        public String word() {
            return word;
        }
    }

    public DeletedObject {
        names = List.copyOf(names);
    }

    /// That it is deleted for good, if it holds on to a domain.
    public Optional<Change> purge(MovingDomains domains) {
        var held = names.stream().filter(domains::hold).toList();
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(
                        kind.word(),
                        id,
                        PROPERTY,
                        List.of(id),
                        List.of(),
                        "%s, a %s that still holds %s, is deleted for good"
                                .formatted(
                                        displayName,
                                        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                        String.join(", ", held))));
    }
}
