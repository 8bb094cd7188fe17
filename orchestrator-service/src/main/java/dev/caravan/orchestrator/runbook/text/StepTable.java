package dev.caravan.orchestrator.runbook.text;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Phase;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All steps of a runbook, one line each, under their phases.
record StepTable(Runbook runbook) {

    private static final List<String> HEAD = List.of("STEP", "KIND", "TITLE", "GUIDE", "WHEN", "NEEDS", "BACK-OUT");
    private static final int CELL_MAX = 60;
    private static final String GAP = "  ";

    String text() {
        var widths = widths();
        var head = "%s: %s\n%d steps\n\n"
                .formatted(runbook.name(), runbook.title(), runbook.steps().size());
        return runbook.phases().stream()
                .map(phase -> phase(phase, widths))
                .collect(Collectors.joining("", head + line(HEAD, widths) + "\n", ""));
    }

    private String phase(Phase phase, List<Integer> widths) {
        return Stream.concat(Stream.of(phase.title()), steps(phase).map(step -> line(cells(step), widths)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<Step> steps(Phase phase) {
        return runbook.steps().stream().filter(step -> step.phase().equals(phase.id()));
    }

    private static List<String> cells(Step step) {
        return Stream.of(
                        step.id().text(),
                        step.work().kind(),
                        step.title(),
                        String.join(", ", step.guide()),
                        when(step),
                        step.needs().stream().map(StepId::text).collect(Collectors.joining(", ")),
                        backOut(step))
                .map(StepTable::shortened)
                .toList();
    }

    private static String when(Step step) {
        return Stream.of(
                        step.work() instanceof Work.Wait(WaitFor.Until(var moment))
                                ? Optional.of("until " + moment)
                                : Optional.<String>empty(),
                        step.at().map(at -> "at " + at),
                        step.ahead().map(ahead -> "ahead of " + ahead.of()),
                        step.by().map(by -> "by " + by))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String backOut(Step step) {
        return switch (step.backOut()) {
            case BackOut.Undo undo ->
                undo.guide().isEmpty()
                        ? undo.command().text()
                        : "%s (%s)".formatted(undo.command(), String.join(", ", undo.guide()));
            case BackOut.ByHand byHand ->
                byHand.guide().isEmpty() ? "by hand" : "by hand (%s)".formatted(String.join(", ", byHand.guide()));
            case BackOut.Irreversible irreversible -> "IRREVERSIBLE: " + irreversible.reason();
            case BackOut.NothingToUndo _ -> "-";
        };
    }

    private List<Integer> widths() {
        var rows = Stream.concat(Stream.of(HEAD), runbook.steps().stream().map(StepTable::cells))
                .toList();
        return IntStream.range(0, HEAD.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> GAP + padded(cells.get(column), widths.get(column)))
                .collect(Collectors.joining())
                .stripTrailing();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    private static String shortened(String cell) {
        return cell.length() <= CELL_MAX ? cell : cell.substring(0, CELL_MAX - 1) + "…";
    }
}
