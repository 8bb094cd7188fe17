package dev.caravan.m365.call;

import dev.caravan.m365.governor.Said;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads what an answer says of how much more its host carries.
final class Signals {

    private static final Pattern SHARE = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private Signals() {}

    static Said of(Answer answer) {
        return switch (answer.status()) {
            case 429 ->
                new Said.Throttled(
                        Failures.retryAfter(answer).orElse(Failures.RETRY_AFTER_UNSAID),
                        reach(answer),
                        counted(answer));
            case 408, 500, 502, 503, 504 ->
                new Said.Unwell(Failures.retryAfter(answer).orElse(Duration.ZERO));
            default -> new Said.Carried(fill(answer));
        };
    }

    /// Such as `Tenant_Application/ReadWrite/<application>/<tenant>`, or `Application/…`.
    private static Said.Reach reach(Answer answer) {
        return answer.header("x-ms-throttle-scope")
                .filter(scope -> scope.startsWith("Application/"))
                .map(_ -> Said.Reach.APPLICATION)
                .orElse(Said.Reach.TENANT);
    }

    private static Said.Counted counted(Answer answer) {
        return switch (answer.header("x-ms-throttle-information").orElse("")) {
            case "ResourceUnitLimitExceeded" -> Said.Counted.UNITS;
            case "WriteLimitExceeded" -> Said.Counted.WRITES;
            default -> Said.Counted.UNSAID;
        };
    }

    private static Said.Fill fill(Answer answer) {
        return answer.header("x-ms-throttle-limit-percentage")
                .filter(text -> SHARE.matcher(text).matches())
                .<Said.Fill>map(text -> new Said.Fill.Used(Double.parseDouble(text)))
                .or(() -> left(answer))
                .orElseGet(Said.Fill.Unsaid::new);
    }

    private static Optional<Said.Fill> left(Answer answer) {
        return count(answer, "Rate-Limit-Remaining")
                .flatMap(remaining -> reset(answer)
                        .map(reset ->
                                new Said.Fill.Left(remaining, optional(count(answer, "Rate-Limit-Limit")), reset)));
    }

    private static Optional<Long> count(Answer answer, String header) {
        return answer.header(header)
                .filter(text -> COUNT.matcher(text).matches())
                .map(Long::valueOf);
    }

    private static Optional<Instant> reset(Answer answer) {
        try {
            return answer.header("Rate-Limit-Reset").map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static OptionalLong optional(Optional<Long> count) {
        return count.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
