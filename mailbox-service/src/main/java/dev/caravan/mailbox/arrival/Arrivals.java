package dev.caravan.mailbox.arrival;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.mailbox.address.RecipientKind;
import dev.caravan.mailbox.pairing.Profile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// From when on letters come into a mailbox that would not have come without the move, and what is told of them when
/// the move is taken back.
public final class Arrivals {

    private static final String PROPERTY = "arrivalsSince";

    private Arrivals() {}

    /// What is recorded of a mailbox; nothing in the tenant changes by it.
    ///
    /// @param since Graph knows letters by the second
    public static Change since(Profile mailbox, Instant since) {
        var second = since.truncatedTo(ChronoUnit.SECONDS).toString();
        return new Change(
                mailbox.kind().word(),
                mailbox.guid(),
                PROPERTY,
                List.of(),
                List.of(second),
                "letters that come into %s since %s are counted if the move is taken back"
                        .formatted(mailbox.displayName(), second));
    }

    /// Whether a recorded change says from when on letters count.
    public static boolean isOne(Change change) {
        return change.property().equals(PROPERTY) && change.kind().equals(RecipientKind.MAILBOX.word());
    }

    /// From when on they count.
    public static Instant since(Change change) {
        return Instant.parse(change.after().getFirst());
    }

    /// How many letters are there on account of the move. What is for an address that the mailbox still has would have
    /// come anyway.
    public static int strays(Profile mailbox, Collection<Letter> letters) {
        return (int) letters.stream()
                .filter(letter -> !letter.isFor(mailbox.recipient().addresses()))
                .count();
    }

    /// That letters stay, where there are any.
    public static Optional<Conflict> kept(Profile mailbox, Change recorded, int strays) {
        return strays == 0
                ? Optional.empty()
                : Optional.of(conflict(
                        recorded,
                        List.of(String.valueOf(strays)),
                        "%s got %d %s at the destination since %s, which the source does not get"
                                .formatted(
                                        mailbox.displayName(),
                                        strays,
                                        strays == 1 ? "letter" : "letters",
                                        since(recorded))));
    }

    /// That nobody can count any more.
    public static Conflict removed(Change recorded) {
        return conflict(recorded, List.of(), "it has been removed since, with all letters that it had got");
    }

    private static Conflict conflict(Change recorded, List<String> observed, String sentence) {
        return new Conflict(recorded.kind(), recorded.id(), recorded.property(), observed, sentence);
    }
}
