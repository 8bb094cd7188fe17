package dev.caravan.orchestrator.console.views;

import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;

/// One view as it has become.
public sealed interface ViewUpdate {

    String runId();

    /// How far the topic was read with it.
    Position position();

    record OfRun(RunView view, Position position) implements ViewUpdate {
        @Override
        public String runId() {
            return view.getRunId();
        }
    }

    record OfStep(StepView view, Position position) implements ViewUpdate {
        @Override
        public String runId() {
            return view.getRunId();
        }
    }
}
