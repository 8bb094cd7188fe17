package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.StepId;

/// Why a command is issued for a step: to do it, to take it back, or to show a gate what it would do. Written as
/// `lower-ttl`, `lower-ttl~undo`, `lower-ttl~preview~approve`.
public sealed interface Errand {

    StepId step();

    /// The step itself.
    record Forward(StepId step) implements Errand {
        @Override
        public String toString() {
            return step.toString();
        }
    }

    /// The step's changes, taken back.
    record Undo(StepId step) implements Errand {
        @Override
        public String toString() {
            return step + "~undo";
        }
    }

    /// The step's plan for a gate: a dry run.
    record Preview(StepId step, StepId gate) implements Errand {
        @Override
        public String toString() {
            return step + "~preview~" + gate;
        }
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    static Errand parse(String text) {
        var parts = text.split("~", -1);
        var step = StepId.parse(parts[0]);
        if (parts.length == 1) {
            return new Forward(step);
        }
        if (parts.length == 2 && parts[1].equals("undo")) {
            return new Undo(step);
        }
        if (parts.length == 3 && parts[1].equals("preview")) {
            return new Preview(step, StepId.parse(parts[2]));
        }
        throw new IllegalArgumentException("'" + text + "' is no errand: write step, step~undo or step~preview~gate");
    }
}
