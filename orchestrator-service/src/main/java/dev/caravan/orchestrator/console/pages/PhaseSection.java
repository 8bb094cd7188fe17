package dev.caravan.orchestrator.console.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The steps of one phase.
///
/// @param isNext whether it is the first that has not come to its end
public record PhaseSection(String title, List<StepLine> steps, boolean isNext) {

    private static final int WHOLE = 100;

    static List<PhaseSection> of(List<StepLine> steps) {
        var grouped = new ArrayList<PhaseSection>();
        for (var step : steps) {
            if (grouped.isEmpty() || !grouped.getLast().title().equals(step.phase())) {
                grouped.add(new PhaseSection(step.phase(), new ArrayList<>(), false));
            }
            grouped.getLast().steps().add(step);
        }
        var next = grouped.stream().filter(section -> !section.isOver()).findFirst();
        return grouped.stream()
                .map(section -> new PhaseSection(
                        section.title(),
                        section.steps(),
                        next.filter(section::equals).isPresent()))
                .toList();
    }

    public long ended() {
        return steps.stream().filter(StepLine::hasEnded).count();
    }

    public long percent() {
        return WHOLE * ended() / steps.size();
    }

    /// `12 of 40`; empty if its steps go over none.
    public String objects() {
        var total = steps.stream().mapToInt(StepLine::objectsTotal).sum();
        return total == 0 ? "" : steps.stream().mapToInt(StepLine::objectsDone).sum() + " of " + total;
    }

    public boolean isOver() {
        return ended() == steps.size();
    }

    /// Whether people see its steps at once: something in it is under way, waits or failed, or it comes next.
    public boolean isOpen() {
        return isNext || any(step -> !step.isQuiet() && !step.hasEnded());
    }

    public String stateWords() {
        if (any(StepLine::isRetriable)) {
            return "failed";
        }
        if (any(StepLine::people)) {
            return "waits for people";
        }
        if (isOver()) {
            return all("undone", "undo-skipped", "cancelled") ? "taken back" : "done";
        }
        return ended() == 0 && !any(step -> step.isDoing() && !step.state().equals("scheduled"))
                ? "not begun"
                : "under way";
    }

    public String tone() {
        return switch (stateWords()) {
            case "failed" -> "danger";
            case "waits for people" -> "warning";
            case "done" -> "success";
            case "under way" -> "primary";
            default -> "secondary";
        };
    }

    private boolean any(Predicate<StepLine> asked) {
        return steps.stream().anyMatch(asked);
    }

    private boolean all(String... states) {
        return steps.stream().map(StepLine::state).allMatch(List.of(states)::contains);
    }
}
