package dev.caravan.orchestrator.run;

import java.util.List;

/// Something that holds of every run after every input.
interface Invariant {

    /// One input and what came of it.
    ///
    /// @param effects all of them, in order
    record Turn(Run before, RunInput input, Run after, List<RunEffect> effects) {

        List<RunEffect.IssueCommand> commands() {
            return effects.stream()
                    .filter(RunEffect.IssueCommand.class::isInstance)
                    .map(RunEffect.IssueCommand.class::cast)
                    .toList();
        }

        <E extends RunEvent> List<E> told(Class<E> kind) {
            return effects.stream()
                    .filter(RunEffect.Tell.class::isInstance)
                    .map(effect -> ((RunEffect.Tell) effect).event())
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }
    }

    void check(Turn turn);

    static void require(boolean holds, String otherwise, Object... details) {
        if (!holds) {
            throw new AssertionError(otherwise.formatted(details));
        }
    }
}
