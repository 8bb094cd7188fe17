package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.ArgumentSpec;
import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.Commands;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A command gets the arguments that it takes, all that it must have, each of the right type.
record FittingArguments(Commands commands) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return draft.calls()
                .flatMap(call -> commands.find(call.command()).stream()
                        .flatMap(spec -> Stream.concat(given(draft, call, spec), missing(draft, call, spec))));
    }

    private static Stream<Problem> given(Draft draft, Draft.Call call, CommandSpec spec) {
        return call.with().entrySet().stream().flatMap(entry -> problem(draft, call, spec, entry).stream());
    }

    private static Optional<Problem> problem(
            Draft draft, Draft.Call call, CommandSpec spec, Map.Entry<String, Object> given) {
        var argument = spec.argument(given.getKey());
        if (argument.isEmpty()) {
            var names = spec.arguments().stream().map(ArgumentSpec::name).toList();
            var message = "`%s` takes no `%s`%s"
                    .formatted(spec.name(), given.getKey(), Spelling.hintOrList(given.getKey(), "it takes", names));
            return Optional.of(draft.error(call.place().ofKey("with", given.getKey()), message));
        }
        return argument.get()
                .fit()
                .problemWith(given.getValue())
                .map(problem -> draft.error(call.place().of("with", given.getKey()), problem));
    }

    private static Stream<Problem> missing(Draft draft, Draft.Call call, CommandSpec spec) {
        return spec.arguments().stream()
                .filter(argument -> argument.required() && !call.with().containsKey(argument.name()))
                .map(argument -> draft.error(
                        call.place().of(call.key()),
                        "`%s` must be told `%s` under `with`".formatted(spec.name(), argument.name())));
    }
}
