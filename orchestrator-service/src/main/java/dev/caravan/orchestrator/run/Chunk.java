package dev.caravan.orchestrator.run;

import java.time.Instant;
import java.util.Optional;

/// Some objects of an errand that are not done yet.
///
/// @param cursor where the last part ended, when a worker does them in parts
/// @param partsDone objects that its parts have told as done
/// @param attempt number of the last command; the next one gets the next number
/// @param tried the how-many-eth time it is tried; a command that goes on where a part ended is no try of its own
/// @param tries attempts that failed since something last went well
/// @param asked answers "not yet" since it was cut or retried
/// @param planned the last attempt whose plan has been counted
public record Chunk(
        int number,
        ChunkRange range,
        Optional<String> cursor,
        int partsDone,
        int attempt,
        int tried,
        int tries,
        int asked,
        int planned,
        Stage stage) {

    /// What a chunk waits for.
    public sealed interface Stage {

        /// For its next command to be issued.
        record Held() implements Stage {}

        /// For the outcome of its command, which starts no remote call after that instant.
        record InFlight(Instant notAfter) implements Stage {}

        /// For time to pass.
        record Resting(Instant until, String reason) implements Stage {}

        /// For a person: it has failed for good.
        record Broken(String code, String reason, int objects) implements Stage {}
    }

    static Chunk cut(int number, ChunkRange range, int attemptsBefore, int triedBefore) {
        return new Chunk(
                number,
                range,
                Optional.empty(),
                0,
                attemptsBefore,
                triedBefore + 1,
                0,
                0,
                attemptsBefore,
                new Stage.Held());
    }

    boolean isHeld() {
        return stage instanceof Stage.Held;
    }

    boolean isInFlight() {
        return stage instanceof Stage.InFlight;
    }

    boolean isBroken() {
        return stage instanceof Stage.Broken;
    }

    Chunk issued(Instant notAfter) {
        return new Chunk(
                number,
                range,
                cursor,
                partsDone,
                attempt + 1,
                tried,
                tries,
                asked,
                planned,
                new Stage.InFlight(notAfter));
    }

    Chunk held() {
        return at(new Stage.Held());
    }

    Chunk continued(String next, int objectsDone) {
        return new Chunk(
                number,
                range,
                Optional.of(next),
                partsDone + objectsDone,
                attempt,
                tried,
                0,
                0,
                planned,
                new Stage.Held());
    }

    Chunk notYet(Instant until, String reason) {
        return new Chunk(
                number,
                range,
                cursor,
                partsDone,
                attempt,
                tried + 1,
                0,
                asked + 1,
                planned,
                new Stage.Resting(until, reason));
    }

    /// After an attempt that failed: another one follows.
    Chunk failed(Stage next) {
        return new Chunk(number, range, cursor, partsDone, attempt, tried + 1, tries + 1, asked, planned, next);
    }

    Chunk broken(String code, String reason, int objects) {
        return at(new Stage.Broken(code, reason, objects));
    }

    /// Tried again by a person.
    Chunk retried() {
        return new Chunk(number, range, cursor, partsDone, attempt, tried + 1, 0, 0, planned, new Stage.Held());
    }

    Chunk planTold(int byAttempt) {
        return new Chunk(number, range, cursor, partsDone, attempt, tried, tries, asked, byAttempt, stage);
    }

    private Chunk at(Stage next) {
        return new Chunk(number, range, cursor, partsDone, attempt, tried, tries, asked, planned, next);
    }
}
