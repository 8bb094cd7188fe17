package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Work;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A gate decides what is there to be decided, and no two gates decide the same.
record DecidedOnce() implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        var deciders = new HashMap<DecisionName, Draft.Doing<Work.Gate>>();
        return draft.doing(Work.Gate.class)
                .flatMap(gate -> gate.work().decides().stream()
                        .flatMap(name -> problem(draft, gate, name, deciders)
                                .map(message -> draft.error(gate.place().ofItem("decides", name.text()), message))
                                .stream()));
    }

    private static Optional<String> problem(
            Draft draft,
            Draft.Doing<Work.Gate> gate,
            DecisionName name,
            Map<DecisionName, Draft.Doing<Work.Gate>> deciders) {
        var names = draft.decisions().stream()
                .map(decision -> decision.value().name())
                .toList();
        if (!names.contains(name)) {
            return Optional.of("there is no decision `%s`%s".formatted(name, Spelling.hint(name.text(), names)));
        }
        return Optional.ofNullable(deciders.putIfAbsent(name, gate))
                .map(other -> "`%s` is already decided at gate `%s`"
                        .formatted(name, other.step().id()));
    }
}
