package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.run.RunEffect;
import dev.caravan.orchestrator.run.RunInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// One input folded into its run, and everything that follows from it at once: a chunk that the core asks for is cut
/// and folded before the next record is looked at.
final class Folding {

    /// More answers than any runbook can ask for in a row; a core that goes on has a fault.
    private static final int ANSWERS_MAX = 10_000;

    private Folding() {}

    /// @param commands to be issued
    /// @param told to be told, in their order
    record Folded(Run before, Run after, List<RunEffect.IssueCommand> commands, List<RunEffect.Tell> told) {}

    static Folded fold(Script script, Chunks chunks, Run run, RunInput input) {
        var commands = new ArrayList<RunEffect.IssueCommand>();
        var told = new ArrayList<RunEffect.Tell>();
        var inputs = new ArrayDeque<RunInput>(List.of(input));
        var before = run;
        for (var answers = 0; !inputs.isEmpty(); answers++) {
            if (answers > ANSWERS_MAX) {
                throw new IllegalStateException("the run asks for chunks without end");
            }
            var next = inputs.removeFirst();
            var after = script.process().evolve(before, next);
            for (var effect : script.process().react(before, after, next)) {
                switch (effect) {
                    case RunEffect.IssueCommand command -> commands.add(command);
                    case RunEffect.CutChunk cut -> inputs.add(chunks.cut(script, after, cut, input.cause()));
                    case RunEffect.Tell tell -> told.add(tell);
                    // Open timers are read from the run's value.
                    case RunEffect.StartTimer _, RunEffect.CancelTimer _ -> {}
                }
            }
            before = after;
        }
        return new Folded(run, before, commands, told);
    }
}
