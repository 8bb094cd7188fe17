package dev.caravan.kit.messaging;

import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.command.Outcome;
import dev.caravan.schemas.common.CommandContinues;
import dev.caravan.schemas.common.CommandFailed;
import dev.caravan.schemas.common.CommandNotYet;
import dev.caravan.schemas.common.CommandRefused;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;

/// The event that ends a command: the service's own for a fact, a common one for all else.
final class Answers<F> {

    private final Vocabulary<?, F> vocabulary;

    Answers(Vocabulary<?, F> vocabulary) {
        this.vocabulary = vocabulary;
    }

    SpecificRecord toEvent(EventHeader header, Outcome<F> outcome) {
        return switch (outcome) {
            case Outcome.Done<F>(var fact) -> vocabulary.toEvent(header, fact);
            case Outcome.More<F>(var cursor, var objectsDone) ->
                CommandContinues.newBuilder()
                        .setContext(CommonRecords.context(header))
                        .setCursor(cursor)
                        .setObjectsDone(objectsDone)
                        .build();
            case Outcome.NotYet<F>(var retryAfter, var reason) ->
                CommandNotYet.newBuilder()
                        .setContext(CommonRecords.context(header))
                        .setReason(reason)
                        .setRetryAfterMillis(retryAfter.toMillis())
                        .build();
            case Outcome.Refused<F>(var code, var reason) ->
                CommandRefused.newBuilder()
                        .setContext(CommonRecords.context(header))
                        .setCode(code)
                        .setReason(reason)
                        .build();
            case Outcome.Failed<F> failed -> failure(header, failed);
        };
    }

    private static SpecificRecord failure(EventHeader header, Outcome.Failed<?> failed) {
        return CommandFailed.newBuilder()
                .setContext(CommonRecords.context(header))
                .setIsTransient(failed.isTransient())
                .setCode(failed.code())
                .setReason(failed.reason())
                .setObjects(CommonRecords.failuresOut(failed.objects()))
                .setRetryAfterMillis(failed.retryAfter().map(Duration::toMillis).orElse(null))
                .build();
    }
}
