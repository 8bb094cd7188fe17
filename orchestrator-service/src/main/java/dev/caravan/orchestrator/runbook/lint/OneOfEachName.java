package dev.caravan.orchestrator.runbook.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Steps, phases and decisions are called by their names, so no two may share one.
record OneOfEachName() implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return Stream.of(
                        repeated(
                                draft,
                                draft.steps(),
                                "step",
                                step -> step.value().id()),
                        repeated(
                                draft,
                                draft.phases(),
                                "phase",
                                phase -> phase.value().id()),
                        repeated(
                                draft,
                                draft.decisions(),
                                "name",
                                decision -> decision.value().name()))
                .flatMap(Function.identity());
    }

    private static <T> Stream<Problem> repeated(
            Draft draft, List<Marked<T>> parts, String key, Function<Marked<T>, Object> name) {
        var first = new HashMap<Object, Marked<T>>();
        return parts.stream()
                .filter(part -> part.place().has(key))
                .flatMap(part -> Optional.ofNullable(first.putIfAbsent(name.apply(part), part))
                        .map(earlier -> draft.error(part.place().of(key), message(earlier, key, name)))
                        .stream());
    }

    private static <T> String message(Marked<T> first, String key, Function<Marked<T>, Object> name) {
        return "`%s` is already in line %d; every %s needs a name of its own"
                .formatted(name.apply(first), first.place().of(key).line(), key.equals("name") ? "decision" : key);
    }
}
