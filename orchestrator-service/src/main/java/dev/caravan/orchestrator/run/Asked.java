package dev.caravan.orchestrator.run;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.caravan.orchestrator.runbook.Acts;
import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.Expression;
import dev.caravan.orchestrator.runbook.Instructions;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.Scope;
import dev.caravan.orchestrator.runbook.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What the runbook asks about a run, and tells people about it. An answer that cannot be given is an answer too: a
/// person has to look.
final class Asked {

    /// What came of asking.
    sealed interface Reply<T> {
        record Given<T>(T value) implements Reply<T> {}

        record Unanswerable<T>(String reason) implements Reply<T> {}
    }

    private final Conditions conditions;

    Asked(Conditions conditions) {
        this.conditions = conditions;
    }

    Reply<Boolean> holds(Condition condition, Run run) {
        return ask(() -> conditions.holds(condition, scope(run)));
    }

    Reply<Long> number(Expression expression, Run run) {
        return ask(() -> conditions.number(expression, scope(run)));
    }

    /// Whether a condition has an answer, and that one.
    boolean isAnswered(boolean answer, Condition condition, Run run) {
        return holds(condition, run).equals(new Reply.Given<>(answer));
    }

    /// Whether a step is going to be done, as far as can be told.
    boolean isNeeded(Step step, Run run) {
        return step.when()
                .filter(condition -> isAnswered(false, condition, run))
                .isEmpty();
    }

    /// Arguments of a command with the run's answers in place of `${decision.<name>}`.
    static Map<String, Object> arguments(Map<String, Object> written, Run run) {
        return written.values().stream().anyMatch(Asked::isToBeFilled)
                ? written.entrySet().stream()
                        .collect(toUnmodifiableMap(Map.Entry::getKey, argument -> argument(argument.getValue(), run)))
                : written;
    }

    private static Object argument(Object value, Run run) {
        return value instanceof String text ? new Instructions(text).filled(scope(run), connections(run)) : value;
    }

    private static boolean isToBeFilled(Object value) {
        return value instanceof String text && text.contains("${");
    }

    static Scope scope(Run run) {
        var charter = run.charter();
        List<String> domains =
                charter.domains().stream().map(DomainName::toString).toList();
        var of = new Scope.Of(
                charter.id().toString(), charter.title(), run.cutover().t0(), charter.zone());
        return new Scope(run.decisions(), run.facts(), domains, of);
    }

    /// Words for people with what the run knows filled in.
    static String filled(String text, Run run) {
        return new Instructions(text).filled(scope(run), connections(run));
    }

    static Acts filled(Acts acts, Run run) {
        return acts.filled(scope(run), connections(run));
    }

    private static Map<RoleName, String> connections(Run run) {
        var connections = new LinkedHashMap<RoleName, String>();
        run.charter()
                .connections()
                .forEach((role, connection) ->
                        connections.put(role, connection.connectionId().text()));
        return connections;
    }

    private static <T> Reply<T> ask(Supplier<T> question) {
        try {
            return new Reply.Given<>(question.get());
        } catch (IllegalArgumentException unanswerable) {
            return new Reply.Unanswerable<>(String.valueOf(unanswerable.getMessage()));
        }
    }
}
