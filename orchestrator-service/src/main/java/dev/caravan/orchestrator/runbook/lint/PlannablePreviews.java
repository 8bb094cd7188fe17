package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
import java.util.Optional;
import java.util.stream.Stream;

/// What a gate shows beforehand is a plan that exists by then, of a step that only starts behind the gate.
record PlannablePreviews(Commands commands) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return draft.doing(Work.Gate.class)
                .flatMap(gate -> gate.work().preview().stream()
                        .flatMap(previewed -> problem(draft, gate.step(), previewed)
                                .map(message -> draft.error(gate.place().ofItem("preview", previewed.text()), message))
                                .stream()));
    }

    private Optional<String> problem(Draft draft, Step gate, StepId previewed) {
        var step = draft.find(previewed);
        if (step.isEmpty()) {
            var ids = draft.steps().stream().map(known -> known.value().id()).toList();
            return Optional.of("there is no step `%s`%s".formatted(previewed, Spelling.hint(previewed.text(), ids)));
        }
        if (!draft.precedes(gate.id(), previewed)) {
            return Optional.of("step `%s` does not need this gate, so it may run before anybody has seen its plan"
                    .formatted(previewed));
        }
        if (!PlanningSteps.isOne(draft, previewed, commands)) {
            return Optional.of("step `%s` changes nothing, so it has no plan to show".formatted(previewed));
        }
        return step.get().value().work() instanceof Work.Command command
                        && command.over().orElse(null) instanceof Over.ChangesOf(var source)
                        && !draft.precedes(source, gate.id())
                ? Optional.of("step `%s` goes over changes of `%s`, which are not known at this gate"
                        .formatted(previewed, source))
                : Optional.empty();
    }
}
