package dev.caravan.orchestrator.console.pages;

import dev.caravan.orchestrator.console.documents.PlanDocument;
import dev.caravan.orchestrator.console.documents.StepDocument;
import java.util.List;
import java.util.function.Function;

/// A gate or a task that waits for people now.
///
/// @param decisions what the gate asks for, as JSON
/// @param plan sentences of its plan, at most as many as a page shows
/// @param planTotal how many there are
public record Turn(
        String stepId,
        String title,
        String kind,
        String question,
        String instructions,
        String evidence,
        String assignee,
        int approvals,
        int missing,
        List<String> approvedBy,
        String planHash,
        String decisions,
        List<Sentence> plan,
        int planTotal,
        String since) {

    private static final int SENTENCES_MAX = 500;

    /// One change of a plan.
    public record Sentence(String object, String property, String before, String after, String text) {
        static Sentence of(PlanDocument.Line line) {
            return new Sentence(
                    line.id(),
                    line.property(),
                    String.join(", ", line.before()),
                    String.join(", ", line.after()),
                    line.sentence());
        }
    }

    static Turn of(StepDocument step, List<PlanDocument.Line> plan, Moments moments, Function<Object, String> json) {
        return new Turn(
                step.stepId(),
                step.title(),
                step.kind(),
                step.question(),
                step.instructions(),
                step.evidence(),
                step.assignee(),
                step.approvals(),
                Math.max(0, step.approvals() - step.approvedBy().size()),
                step.approvedBy(),
                step.planHash(),
                json.apply(step.decides()),
                plan.stream().limit(SENTENCES_MAX).map(Sentence::of).toList(),
                plan.size(),
                moments.away(step.startedAt()));
    }

    public boolean isGate() {
        return kind.equals("gate");
    }
}
