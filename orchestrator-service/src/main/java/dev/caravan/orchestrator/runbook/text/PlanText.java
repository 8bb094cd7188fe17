package dev.caravan.orchestrator.runbook.text;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What would happen, in sentences.
record PlanText(Runbook runbook, Occasion occasion) {

    String text() {
        var lines = new ArrayList<String>();
        lines.add("%s: %s".formatted(runbook.name(), runbook.title()));
        lines.add("For %s.".formatted(Sentences.list(occasion.domains())));
        lines.add("The domains move on %s, %s."
                .formatted(occasion.when(Moment.T0), occasion.zone().getId()));
        var steps = runbook.inOrder();
        for (var index = 0; index < steps.size(); index++) {
            lines.add("");
            lines.addAll(step(index + 1, steps.get(index)));
        }
        lines.addAll(backOut(steps));
        return String.join("\n", lines) + "\n";
    }

    private List<String> step(int number, Step step) {
        var sentences = new Sentences(occasion);
        var heading = "%d. %s%s".formatted(number, step.title(), guide(step));
        return Stream.concat(
                        Stream.of(heading, "   [%s] %s".formatted(step.id(), sentences.timing(step))),
                        Stream.concat(
                                        sentences.work(step).lines(),
                                        sentences.backOut(step).lines())
                                .map(line -> "   " + line))
                .map(String::stripTrailing)
                .toList();
    }

    private static String guide(Step step) {
        return step.guide().isEmpty() ? "" : " (guide %s)".formatted(String.join(", ", step.guide()));
    }

    private List<String> backOut(List<Step> steps) {
        var undone = steps.reversed().stream()
                .filter(step -> step.backOut() instanceof BackOut.Undo || step.backOut() instanceof BackOut.ByHand)
                .map(Step::id)
                .map(StepId::text)
                .toList();
        var lost = steps.stream()
                .flatMap(step -> step.backOut() instanceof BackOut.Irreversible(var reason)
                        ? Stream.of("- %s%s%s: %s"
                                .formatted(
                                        step.id(), guide(step), new Sentences(occasion).objects(step.work()), reason))
                        : Stream.empty())
                .collect(Collectors.joining("\n"));
        return List.of(
                "",
                undone.isEmpty()
                        ? "A back-out has nothing to undo."
                        : "A back-out undoes, as far as they were done, in this order: %s."
                                .formatted(String.join(", ", undone)),
                lost.isEmpty() ? "Everything can be undone." : "What cannot be undone:\n" + lost);
    }
}
