package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Ahead;
import dev.caravan.orchestrator.runbook.Durations;
import dev.caravan.orchestrator.runbook.Expression;
import dev.caravan.orchestrator.runbook.Interval;
import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.Retry;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.lint.Mark;
import java.time.Duration;
import java.util.Optional;

/// Reads durations, pauses, and what a step waits for.
final class TimeForm {

    private static final String SECONDS = " seconds";

    private final Problems problems;

    TimeForm(Problems problems) {
        this.problems = problems;
    }

    Optional<Duration> duration(Fields fields, String key) {
        return fields.parsed(key, TimeForm::positive);
    }

    Retry retry(Fields step) {
        return step.node("retry")
                .flatMap(node -> Fields.of(node, "`retry`", problems))
                .map(fields -> new Retry(
                        fields.allow("`retry`", Keys.RETRY)
                                .whole("attempts", 1, Limits.ATTEMPTS_MAX)
                                .orElse(Limits.RETRY.attempts()),
                        interval(fields, Limits.RETRY.pauses())))
                .orElse(Limits.RETRY);
    }

    /// Pauses as a map, or a single duration when they do not grow.
    Interval every(Fields step) {
        return switch (step.node("every").orElse(null)) {
            case null -> Limits.EVERY;
            case YamlNode.Scalar _ ->
                duration(step, "every")
                        .map(pause -> new Interval(pause, 1, pause))
                        .orElse(Limits.EVERY);
            case YamlNode.Sequence list -> {
                problems.error(list.mark(), "`every` is a duration, or a map with `first`, `factor` and `max`");
                yield Limits.EVERY;
            }
            case YamlNode.Mapping node ->
                Fields.of(node, "`every`", problems)
                        .map(fields -> interval(fields.allow("`every`", Keys.EVERY), Limits.EVERY))
                        .orElse(Limits.EVERY);
        };
    }

    Optional<WaitFor> waitFor(Fields step) {
        return switch (step.node("wait").orElseThrow()) {
            case YamlNode.Scalar _ -> step.parsed("wait", TimeForm::momentOrDuration);
            case YamlNode.Sequence list -> {
                problems.error(list.mark(), "`wait` is a moment, a duration, or a map with `for`");
                yield Optional.empty();
            }
            case YamlNode.Mapping node ->
                Fields.of(node, "`wait`", problems)
                        .map(fields -> fields.allow("`wait`", Keys.WAIT).require("`wait`", "for"))
                        .flatMap(fields -> fields.text("for", Limits.EXPRESSION_MAX)
                                .flatMap(text -> expression(text, fields.place().of("for")))
                                .map(WaitFor.Seconds::new));
        };
    }

    /// A step that may start earlier says first when it starts otherwise.
    Optional<Ahead> ahead(Fields step) {
        if (step.has("ahead") && !step.has("at")) {
            problems.error(step.place().of("ahead"), "`ahead` needs `at`: when does the step start at the latest?");
        }
        return step.node("ahead")
                .flatMap(node -> Fields.of(node, "`ahead`", problems))
                .map(fields -> fields.allow("`ahead`", Keys.AHEAD).require("`ahead`", "of", "by"))
                .flatMap(fields -> {
                    var seconds = fields.text("by", Limits.EXPRESSION_MAX)
                            .flatMap(text -> expression(text, fields.place().of("by")));
                    return fields.parsed("of", Moment::parse).flatMap(of -> seconds.map(known -> new Ahead(of, known)));
                });
    }

    private Interval interval(Fields fields, Interval otherwise) {
        var first = duration(fields, "first").orElse(otherwise.first());
        var factor = fields.number("factor", 1, Limits.FACTOR_MAX).orElse(otherwise.factor());
        var max = duration(fields, "max").orElse(longer(first, otherwise.max()));
        if (max.compareTo(first) < 0) {
            problems.error(
                    fields.place().of("max"),
                    "pauses start with %s and cannot end with %s"
                            .formatted(Durations.format(first), Durations.format(max)));
            return otherwise;
        }
        return new Interval(first, factor, max);
    }

    private Optional<Expression> expression(String text, Mark mark) {
        if (text.endsWith(SECONDS)) {
            return Optional.of(new Expression(
                    text.substring(0, text.length() - SECONDS.length()).strip()));
        }
        problems.error(
                mark,
                "`%s` is no reckoned wait: write an expression and its unit, as in `<expression> seconds`"
                        .formatted(text));
        return Optional.empty();
    }

    private static WaitFor momentOrDuration(String text) {
        return text.startsWith("T") ? new WaitFor.Until(Moment.parse(text)) : new WaitFor.Elapsed(positive(text));
    }

    private static Duration positive(String text) {
        var duration = Durations.parse(text);
        if (duration.isZero() || duration.compareTo(Limits.DURATION_MAX) > 0) {
            throw new IllegalArgumentException(
                    "`%s` is no time to wait: write 1s to %dd".formatted(text, Limits.DURATION_MAX.toDays()));
        }
        return duration;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
