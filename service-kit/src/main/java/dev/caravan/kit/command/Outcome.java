package dev.caravan.kit.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How asking or changing something ended. Adapters and handlers return it and throw only for bugs, so that every
/// way to fail is visible in a signature and ends in an event.
///
/// @param <F> what is known when it went well
public sealed interface Outcome<F> {

    /// It is so.
    record Done<F>(F fact) implements Outcome<F> {}

    /// One part is done; the same command with this cursor does the next.
    ///
    /// @param objectsDone how many objects this part did
    record More<F>(String cursor, int objectsDone) implements Outcome<F> {}

    /// The world is not there yet: ask again after that time.
    ///
    /// @param expected when it is going to be there, if that can be told
    record NotYet<F>(Duration retryAfter, String reason, Optional<Instant> expected) implements Outcome<F> {

        public NotYet(Duration retryAfter, String reason) {
            this(retryAfter, reason, Optional.empty());
        }
    }

    /// Nothing was done, and trying again would not help.
    ///
    /// @param code stable, lower case with hyphens
    record Refused<F>(String code, String reason) implements Outcome<F> {}

    /// Something failed, and something may have been done.
    ///
    /// @param isTransient another attempt may succeed; otherwise a person must look
    /// @param code stable, lower case with hyphens
    /// @param objects which objects failed, where it was not all of them
    /// @param retryAfter how long the remote asked us to stay away
    record Failed<F>(
            boolean isTransient, String code, String reason, List<ObjectFailure> objects, Optional<Duration> retryAfter)
            implements Outcome<F> {

        public Failed {
            objects = List.copyOf(objects);
        }
    }

    static <F> Outcome<F> done(F fact) {
        return new Done<>(fact);
    }

    static <F> Outcome<F> refused(String code, String reason) {
        return new Refused<>(code, reason);
    }

    /// Another attempt may succeed.
    static <F> Outcome<F> failedForNow(String code, String reason) {
        return new Failed<>(true, code, reason, List.of(), Optional.empty());
    }

    /// A person must look.
    static <F> Outcome<F> failedForGood(String code, String reason) {
        return new Failed<>(false, code, reason, List.of(), Optional.empty());
    }

    /// Goes on with the fact when there is one, and otherwise passes on why there is none.
    default <G> Outcome<G> then(Function<? super F, Outcome<G>> next) {
        return switch (this) {
            case Done<F>(var fact) -> next.apply(fact);
            case More<F>(var cursor, var objectsDone) -> new More<>(cursor, objectsDone);
            case NotYet<F>(var retryAfter, var reason, var expected) -> new NotYet<>(retryAfter, reason, expected);
            case Refused<F>(var code, var reason) -> new Refused<>(code, reason);
            case Failed<F>(var isTransient, var code, var reason, var objects, var retryAfter) ->
                new Failed<>(isTransient, code, reason, objects, retryAfter);
        };
    }

    /// The same outcome with another fact.
    default <G> Outcome<G> map(Function<? super F, ? extends G> mapping) {
        return then(fact -> new Done<>(mapping.apply(fact)));
    }
}
