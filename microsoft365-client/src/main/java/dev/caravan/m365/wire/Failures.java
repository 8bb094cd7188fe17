package dev.caravan.m365.wire;

import dev.caravan.kit.command.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What it means when a host does not do what it was asked.
public final class Failures {

    /// The token was not accepted.
    public static final String UNAUTHORIZED = "unauthorized";

    /// The host wants to be left alone for a while. Nothing was done.
    public static final String THROTTLED = "throttled";

    /// There is no such object.
    public static final String NOT_FOUND = "not-found";

    /// It cannot be said whether something was done.
    public static final String UNKNOWN = "unknown";

    /// For how long a host that throttles is left alone when it does not say it: Graph counts requests in windows of
    /// ten seconds.
    public static final Duration RETRY_AFTER_UNSAID = Duration.ofSeconds(10);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final int MILLIS_DIGITS = 3;
    private static final int TEXT_LENGTH_MAX = 1000;

    private Failures() {}

    /// The failure that a status means. What another attempt may cure is transient.
    ///
    /// @param host who answered
    /// @param text what it said, which people read
    public static <T> Outcome<T> of(String host, Answer answer, String text) {
        var reason = "%s answers %d: %s".formatted(host, answer.status(), shortened(text));
        return switch (answer.status()) {
            case 400 -> Outcome.failedForGood("bad-request", reason);
            case 401 -> Outcome.failedForGood(UNAUTHORIZED, reason);
            case 403 -> Outcome.failedForGood("forbidden", reason);
            case 404 -> Outcome.failedForGood(NOT_FOUND, reason);
            case 409 -> Outcome.failedForGood("conflict", reason);
            case 424 -> Outcome.failedForGood("failed-dependency", reason);
            case 429 ->
                transientFailure(
                        THROTTLED, reason, Optional.of(retryAfter(answer).orElse(RETRY_AFTER_UNSAID)));
            case 408, 503, 504 -> transientFailure("unavailable", reason, retryAfter(answer));
            default ->
                answer.status() >= 500
                        ? transientFailure("server-error", reason, retryAfter(answer))
                        : Outcome.failedForGood("unexpected-answer", reason);
        };
    }

    /// Nothing was sent, because the host must be left alone for so long.
    public static <T> Outcome<T> throttled(String host, Duration retryAfter) {
        return transientFailure(THROTTLED, host + " must be left alone for " + retryAfter, Optional.of(retryAfter));
    }

    /// Nothing was sent, because it would be its turn too late.
    public static <T> Outcome<T> tooBusy(String host, Duration retryAfter) {
        return transientFailure(
                "too-busy", "so much is asked of %s that others go first".formatted(host), Optional.of(retryAfter));
    }

    /// No answer came. Whether the request took effect is unknown.
    public static <T> Outcome<T> noAnswer(String host, Exception cause) {
        var why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return Outcome.failedForNow("no-answer", "no answer from " + host + ": " + why);
    }

    /// The host answered that all went well, but not in the form that we know.
    public static <T> Outcome<T> unreadable(String host, Answer answer) {
        return Outcome.failedForNow(
                "unreadable-answer",
                "%s answers %d with what cannot be read: %s"
                        .formatted(host, answer.status(), shortened(answer.text())));
    }

    /// A batch was answered, but not this part of it.
    public static <T> Outcome<T> unknown(String host) {
        return Outcome.failedForNow(
                UNKNOWN, host + " answered the batch without this part: whether it took effect must be read again");
    }

    /// Whether it failed with that code.
    public static boolean isFailure(Outcome<?> outcome, String code) {
        return outcome instanceof Outcome.Failed<?> failed && failed.code().equals(code);
    }

    private static <T> Outcome<T> transientFailure(String code, String reason, Optional<Duration> retryAfter) {
        return new Outcome.Failed<>(true, code, reason, List.of(), retryAfter);
    }

    /// `Retry-After` in seconds, which may be fractional; rounded up to milliseconds.
    public static Optional<Duration> retryAfter(Answer answer) {
        return answer.header("Retry-After").flatMap(Failures::seconds);
    }

    private static Optional<Duration> seconds(String written) {
        return Optional.of(written.strip())
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> new BigDecimal(text).movePointRight(MILLIS_DIGITS).setScale(0, RoundingMode.CEILING))
                .map(millis -> Duration.ofMillis(millis.longValueExact()));
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "…";
    }
}
