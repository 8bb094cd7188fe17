package dev.caravan.simulator.trouble;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// What goes wrong with one request to an API of a tenant.
public sealed interface Trouble {

    /// Too many requests: nothing is done.
    ///
    /// @param retryAfter seconds as the header has them, which may be a fraction; without them nobody is told
    ///     when to come back
    /// @param limit which limit it was, in Microsoft's words
    record Throttled(Optional<String> retryAfter, String limit) implements Trouble {

        private static final int MILLIS_DIGITS = 3;

        /// @param wait the time to stay away
        static Throttled until(Duration wait, String limit) {
            return new Throttled(
                    Optional.of(
                            BigDecimal.valueOf(wait.toMillis(), MILLIS_DIGITS).toPlainString()),
                    limit);
        }
    }

    /// The directory is busy with another change: nothing is done.
    ///
    /// @param status 409, or 503 as it once was
    record Conflict(int status) implements Trouble {}

    /// The service is not well: nothing is done.
    record Unavailable() implements Trouble {}

    /// The application has lost the role that it needs: nothing is done.
    record RoleMissing() implements Trouble {}

    /// Everything is done, and answered with 500.
    record FailedAfterwards() implements Trouble {}

    /// Everything is done, and the answer gets lost.
    record AnswerLost() implements Trouble {}

    /// Whether the request is carried out nevertheless.
    default boolean takesEffect() {
        return this instanceof FailedAfterwards || this instanceof AnswerLost;
    }
}
