package dev.caravan.kit.messaging;

import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.command.Outcome;
import dev.caravan.schemas.common.CommandContinues;
import dev.caravan.schemas.common.CommandFailed;
import dev.caravan.schemas.common.CommandNotYet;
import dev.caravan.schemas.common.CommandRefused;
import dev.caravan.schemas.common.EventContext;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// The event that ends a command: the service's own for a fact, a common one for all else.
final class Answers<F> {

    private final Vocabulary<?, F> vocabulary;

    Answers(Vocabulary<?, F> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The event; none for a command that is done without a fact, because its plan was the answer.
    Optional<SpecificRecord> toEvent(EventHeader header, Outcome<Optional<F>> outcome) {
        var context = CommonRecords.context(header);
        return switch (outcome) {
            case Outcome.Done<Optional<F>>(var fact) -> fact.map(known -> vocabulary.toEvent(header, known));
            case Outcome.More<?> more -> Optional.of(continues(context, more));
            case Outcome.NotYet<?> notYet -> Optional.of(notYet(context, notYet));
            case Outcome.Refused<?> refused -> Optional.of(refused(context, refused));
            case Outcome.Failed<?> failed -> Optional.of(failed(context, failed));
        };
    }

    private static SpecificRecord continues(EventContext context, Outcome.More<?> more) {
        return CommandContinues.newBuilder()
                .setContext(context)
                .setCursor(more.cursor())
                .setObjectsDone(more.objectsDone())
                .build();
    }

    private static SpecificRecord notYet(EventContext context, Outcome.NotYet<?> notYet) {
        return CommandNotYet.newBuilder()
                .setContext(context)
                .setReason(notYet.reason())
                .setRetryAfterMillis(notYet.retryAfter().toMillis())
                .setExpectedAt(notYet.expected().orElse(null))
                .build();
    }

    private static SpecificRecord refused(EventContext context, Outcome.Refused<?> refused) {
        return CommandRefused.newBuilder()
                .setContext(context)
                .setCode(refused.code())
                .setReason(refused.reason())
                .build();
    }

    private static SpecificRecord failed(EventContext context, Outcome.Failed<?> failed) {
        return CommandFailed.newBuilder()
                .setContext(context)
                .setIsTransient(failed.isTransient())
                .setCode(failed.code())
                .setReason(failed.reason())
                .setObjects(CommonRecords.failuresOut(failed.objects()))
                .setRetryAfterMillis(failed.retryAfter().map(Duration::toMillis).orElse(null))
                .build();
    }
}
