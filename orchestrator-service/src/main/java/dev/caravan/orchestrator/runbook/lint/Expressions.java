package dev.caravan.orchestrator.runbook.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the expressions of a runbook without answering them.
public interface Expressions {

    Understood read(String expression, Answer answer);

    /// What an expression has to answer.
    enum Answer {
        TRUE_OR_FALSE,
        WHOLE_NUMBER
    }

    /// What an expression says.
    ///
    /// @param faults why it has no meaning; the rest is empty then
    /// @param decisions which decisions it asks for, as written
    /// @param facts which facts it asks for
    /// @param asked which steps it first asks to have told anything at all
    record Understood(List<Fault> faults, Set<String> decisions, Set<FactUse> facts, Set<String> asked) {
        public Understood {
            asked = Set.copyOf(asked);
            faults = List.copyOf(faults);
            decisions = Set.copyOf(decisions);
            facts = Set.copyOf(facts);
        }
    }

    /// @param offset characters before the fault
    record Fault(int offset, String message) {}

    /// A step's facts, or one of them.
    record FactUse(String step, Optional<String> fact) {}
}
