package dev.caravan.orchestrator.console.views;

import java.util.List;
import java.util.Optional;

/// What became of a request that was put to a run.
public sealed interface InputOutcome {

    record Folded() implements InputOutcome {}

    /// @param code what programs tell refusals apart by: `same-person`
    record Refused(String code, String reason) implements InputOutcome {}

    /// Looks it up in a view's list of inputs: `inputId`, or `inputId!code: reason`. Empty if it is not there (yet, or
    /// any more: the list is a bounded window).
    static Optional<InputOutcome> of(String inputId, List<String> inputs) {
        for (var input : inputs) {
            if (input.equals(inputId)) {
                return Optional.of(new Folded());
            }
            if (input.startsWith(inputId + "!")) {
                return Optional.of(refusal(input.substring(inputId.length() + 1)));
            }
        }
        return Optional.empty();
    }

    private static Refused refusal(String text) {
        var colon = text.indexOf(':');
        return colon < 0
                ? new Refused(text, text)
                : new Refused(
                        text.substring(0, colon), text.substring(colon + 1).strip());
    }
}
