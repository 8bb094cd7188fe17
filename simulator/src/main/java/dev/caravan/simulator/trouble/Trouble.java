package dev.caravan.simulator.trouble;

import java.util.Optional;

/// What goes wrong with one request to an API of a tenant.
public sealed interface Trouble {

    /// Too many requests: nothing is done.
    ///
    /// @param retryAfter seconds as the header has them, which may be a fraction; without them nobody is told
    ///     when to come back
    record Throttled(Optional<String> retryAfter) implements Trouble {}

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
