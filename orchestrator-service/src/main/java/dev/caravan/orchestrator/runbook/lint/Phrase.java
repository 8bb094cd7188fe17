package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Ahead;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.Expression;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import java.util.ArrayList;
import java.util.stream.Stream;

/// An expression of a step, and where it stands.
///
/// @param isLast it is asked when the step's own decisions have been taken
record Phrase(Step step, String expression, Expressions.Answer answer, Mark mark, boolean isLast) {

    Phrase(Step step, String expression, Expressions.Answer answer, Mark mark) {
        this(step, expression, answer, mark, false);
    }

    static Stream<Phrase> allOf(Draft draft) {
        return draft.steps().stream().flatMap(Phrase::allOf);
    }

    private static Stream<Phrase> allOf(Marked<Step> marked) {
        var step = marked.value();
        var phrases = new ArrayList<Phrase>();
        if (step.when().orElse(null) instanceof Condition(var cel)) {
            phrases.add(new Phrase(
                    step, cel, Expressions.Answer.TRUE_OR_FALSE, marked.place().of("when")));
        }
        if (step.work() instanceof Work.Wait(WaitFor.Seconds(Expression(var cel)))) {
            phrases.add(new Phrase(
                    step, cel, Expressions.Answer.WHOLE_NUMBER, marked.place().of("wait", "for")));
        }
        if (step.ahead().map(Ahead::seconds).orElse(null) instanceof Expression(var cel)) {
            phrases.add(new Phrase(
                    step, cel, Expressions.Answer.WHOLE_NUMBER, marked.place().of("ahead", "by")));
        }
        if (step.work() instanceof Work.Gate gate && gate.although().orElse(null) instanceof Condition(var cel)) {
            var mark = marked.place().of("although");
            phrases.add(new Phrase(step, cel, Expressions.Answer.TRUE_OR_FALSE, mark, true));
        }
        if (step.backOut() instanceof BackOut.Undo undo && undo.when().orElse(null) instanceof Condition(var cel)) {
            var mark = marked.place().of("backOut", "when");
            phrases.add(new Phrase(step, cel, Expressions.Answer.TRUE_OR_FALSE, mark));
        }
        return phrases.stream();
    }
}
