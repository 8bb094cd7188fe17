package dev.caravan.orchestrator.runbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A question that is answered when a run is created, or at a gate.
///
/// @param options what may be answered; empty for free text
/// @param byDefault the answer of a run whose creator says nothing; without it the creator or a gate must answer
public record DecisionSpec(
        DecisionName name, String question, Type type, List<String> options, Optional<String> byDefault) {

    private static final List<String> TRUE_OR_FALSE = List.of("true", "false");

    /// How an answer is written.
    public enum Type {
        BOOLEAN,
        TEXT,
        CHOICE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DecisionSpec {
        options = type == Type.BOOLEAN ? TRUE_OR_FALSE : List.copyOf(options);
    }

    /// Whether this text answers the question.
    public boolean accepts(String answer) {
        return switch (type) {
            case TEXT -> !answer.isBlank();
            case BOOLEAN, CHOICE -> options.contains(answer);
        };
    }
}
