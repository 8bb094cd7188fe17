package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.StepId;

/// Which timer of a run. Written as `at:step`, `by:step`, `over:step`, `outcome:errand/chunk/attempt`,
/// `again:errand/chunk/attempt`.
public sealed interface TimerName {

    /// The moment before which a step does not start.
    record At(StepId step) implements TimerName {
        @Override
        public String toString() {
            return "at:" + step;
        }
    }

    /// The moment after which a step starts only if a person says so, and by which it should be over.
    record By(StepId step) implements TimerName {
        @Override
        public String toString() {
            return "by:" + step;
        }
    }

    /// The end of a wait.
    record Over(StepId step) implements TimerName {
        @Override
        public String toString() {
            return "over:" + step;
        }
    }

    /// The moment from which an attempt without an outcome can do nothing any more.
    record Outcome(Errand errand, int chunk, int attempt) implements TimerName {
        @Override
        public String toString() {
            return "outcome:" + errand + "/" + chunk + "/" + attempt;
        }
    }

    /// The end of the pause after an attempt.
    record Again(Errand errand, int chunk, int attempt) implements TimerName {
        @Override
        public String toString() {
            return "again:" + errand + "/" + chunk + "/" + attempt;
        }
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    static TimerName parse(String text) {
        var colon = text.indexOf(':');
        var rest = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(colon, 0))) {
            case "at" -> new At(StepId.parse(rest));
            case "by" -> new By(StepId.parse(rest));
            case "over" -> new Over(StepId.parse(rest));
            case "outcome" -> outcome(rest.split("/", -1), text);
            case "again" -> again(rest.split("/", -1), text);
            default -> throw unwritten(text);
        };
    }

    private static Outcome outcome(String[] parts, String text) {
        var again = again(parts, text);
        return new Outcome(again.errand, again.chunk, again.attempt);
    }

    private static Again again(String[] parts, String text) {
        if (parts.length != 3) {
            throw unwritten(text);
        }
        return new Again(
                Errand.parse(parts[0]), Written.number("chunk", parts[1]), Written.number("attempt", parts[2]));
    }

    private static IllegalArgumentException unwritten(String text) {
        return new IllegalArgumentException("'" + text
                + "' is no timer: write at:step, by:step, over:step, outcome:errand/chunk/attempt"
                + " or again:errand/chunk/attempt");
    }
}
