package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.ObjectKind;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A command goes over what it acts on: objects of its kind, the changes of an earlier step, or nothing at all.
record FittingObjects(Commands commands) implements Rule {

    private static final String DOMAINS_ARE_THE_RUNS = "domains are the run's and of no account: say `over: domains`";

    @Override
    public Stream<Problem> problems(Draft draft) {
        return draft.calls()
                .flatMap(call -> commands
                        .find(call.command())
                        .flatMap(spec -> problem(draft, call, spec))
                        .map(message ->
                                draft.error(call.place().of(call.place().has("over") ? "over" : call.key()), message))
                        .stream());
    }

    private Optional<String> problem(Draft draft, Draft.Call call, CommandSpec spec) {
        return switch (call.over().orElse(null)) {
            case null -> missing(spec);
            case Over.Objects(var kind) -> wrongKind(spec, kind);
            case Over.ObjectsOf owned ->
                isDomains(owned.kind()) ? Optional.of(DOMAINS_ARE_THE_RUNS) : wrongKind(spec, owned.kind());
            case Over.ChangesOf(var step) -> wrongChanges(draft, call, spec, step);
        };
    }

    private static boolean isDomains(ObjectKind kind) {
        return kind.text().equals("domains");
    }

    private static Optional<String> missing(CommandSpec spec) {
        if (spec.takesChanges()) {
            return Optional.of(
                    "`%s` takes recorded changes: say whose, as in `over: changes of <step>`".formatted(spec.name()));
        }
        return spec.objects().isEmpty()
                ? Optional.empty()
                : Optional.of("`%s` acts on %s: say %s".formatted(spec.name(), kinds(spec), overs(spec)));
    }

    private static Optional<String> wrongKind(CommandSpec spec, ObjectKind kind) {
        if (spec.objects().isEmpty()) {
            return Optional.of("`%s` does not go over %s".formatted(spec.name(), kind));
        }
        return spec.objects().contains(kind)
                ? Optional.empty()
                : Optional.of("`%s` acts on %s, not on %s".formatted(spec.name(), kinds(spec), kind));
    }

    private static String kinds(CommandSpec spec) {
        return spec.objects().stream().map(ObjectKind::text).collect(Collectors.joining(", "));
    }

    private static String overs(CommandSpec spec) {
        return spec.objects().stream().map(kind -> "`over: " + kind + "`").collect(Collectors.joining(" or "));
    }

    private Optional<String> wrongChanges(Draft draft, Draft.Call call, CommandSpec spec, StepId of) {
        if (!spec.takesChanges()) {
            return Optional.of("`%s` cannot be given changes of another step".formatted(spec.name()));
        }
        if (draft.find(of).isEmpty()) {
            var ids = draft.steps().stream().map(known -> known.value().id()).toList();
            return Optional.of("there is no step `%s`%s".formatted(of, Spelling.hint(of.text(), ids)));
        }
        if (!draft.precedes(of, call.step().id())) {
            return Optional.of("step `%s` may not be over yet: add it to `needs`".formatted(of));
        }
        return PlanningSteps.isOne(draft, of, commands)
                ? Optional.empty()
                : Optional.of("step `%s` changes nothing that could be gone over".formatted(of));
    }
}
