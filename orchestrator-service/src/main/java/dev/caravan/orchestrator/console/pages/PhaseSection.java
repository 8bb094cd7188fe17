package dev.caravan.orchestrator.console.pages;

import java.util.ArrayList;
import java.util.List;

/// The steps of one phase.
public record PhaseSection(String title, List<StepLine> steps) {

    static List<PhaseSection> of(List<StepLine> steps) {
        var sections = new ArrayList<PhaseSection>();
        for (var step : steps) {
            if (sections.isEmpty() || !sections.getLast().title().equals(step.phase())) {
                sections.add(new PhaseSection(step.phase(), new ArrayList<>()));
            }
            sections.getLast().steps().add(step);
        }
        return sections;
    }

    public long ended() {
        return steps.stream().filter(StepLine::hasEnded).count();
    }

    /// Whether something in it is under way, waits or failed.
    public boolean isOpen() {
        return steps.stream().anyMatch(step -> !step.isQuiet());
    }
}
