package dev.caravan.orchestrator.console.views;

import dev.caravan.schemas.run.StepView;
import java.util.Set;

/// Which steps wait for people: gates to be approved, tasks to be answered.
final class PeoplesTurn {

    private static final Set<String> STATES = Set.of("gate-open", "task-open", "undo-open");

    private PeoplesTurn() {}

    static boolean isIt(StepView step) {
        return STATES.contains(step.getState());
    }
}
