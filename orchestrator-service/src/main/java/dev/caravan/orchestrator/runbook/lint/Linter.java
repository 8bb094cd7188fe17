package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Commands;
import java.util.List;

/// All rules together.
public final class Linter {

    private final Commands commands;
    private final Expressions expressions;

    public Linter(Commands commands, Expressions expressions) {
        this.commands = commands;
        this.expressions = expressions;
    }

    /// Everything that is wrong with the draft, in the order of the file.
    public List<Problem> problems(Draft draft) {
        return rules(commands, new Remembered(expressions)).stream()
                .flatMap(rule -> rule.problems(draft))
                .sorted()
                .toList();
    }

    static List<Rule> rules(Commands commands, Expressions expressions) {
        return List.of(
                new OneOfEachName(),
                new KnownNeeds(),
                new NoCircles(),
                new KnownCommands(commands),
                new FittingArguments(commands),
                new FittingObjects(commands),
                new ChunksOfSomething(),
                new ChecksOnlyLook(commands),
                new BackOutSaid(commands),
                new FittingUndo(commands),
                new FourEyesBeforeNoReturn(),
                new MomentsInOrder(),
                new PlannablePreviews(commands),
                new OneOrTwoApprovals(),
                new EvidenceAsked(),
                new ActsSaid(),
                new SensibleDecisions(),
                new DecidedOnce(),
                new KnownDecisions(expressions),
                new DecisionsMatter(expressions),
                new MeaningfulExpressions(expressions),
                new KnownFacts(commands, expressions),
                new FactsOfDoneSteps(expressions),
                new KnownPlaceholders());
    }
}
