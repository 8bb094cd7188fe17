package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What a proof finds still to be done.
final class Differences {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(2);
    private static final int SHOWN_MAX = 10;

    private Differences() {}

    /// A sentence for each.
    static Stream<String> of(Plan plan) {
        return Stream.concat(
                plan.changes().stream().map(change -> "still to do: " + change.sentence()),
                plan.conflicts().stream().map(Conflict::sentence));
    }

    static Outcome<MailboxFact> unlessAny(List<String> differences, MailboxFact proven) {
        return differences.isEmpty()
                ? Outcome.done(proven)
                : new Outcome.NotYet<>(
                        RETRY_AFTER,
                        "%d differences: %s%s"
                                .formatted(
                                        differences.size(),
                                        String.join(
                                                "; ",
                                                differences.stream()
                                                        .limit(SHOWN_MAX)
                                                        .toList()),
                                        differences.size() > SHOWN_MAX ? "; …" : ""));
    }
}
