package dev.caravan.orchestrator.console.pages;

import dev.caravan.orchestrator.console.documents.DecisionDocument;
import dev.caravan.orchestrator.console.documents.WaitingDocument;
import dev.caravan.schemas.run.PlanView;
import dev.caravan.schemas.run.StepView;
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
        static Sentence of(PlanView view) {
            var change = view.getChange();
            return new Sentence(
                    change.getId(),
                    change.getProperty(),
                    String.join(", ", change.getBefore()),
                    String.join(", ", change.getAfter()),
                    change.getSentence());
        }
    }

    static Turn of(StepView step, List<PlanView> plan, Moments moments, Function<Object, String> json) {
        List<DecisionDocument> decides = WaitingDocument.of(step).decides();
        return new Turn(
                step.getStepId(),
                step.getTitle(),
                step.getKind(),
                step.getQuestion(),
                step.getInstructions(),
                step.getEvidence(),
                step.getAssignee(),
                step.getApprovals(),
                Math.max(0, step.getApprovals() - step.getApprovedBy().size()),
                step.getApprovedBy(),
                step.getPlanHash(),
                json.apply(decides == null ? List.of() : decides),
                plan.stream().limit(SENTENCES_MAX).map(Sentence::of).toList(),
                plan.size(),
                moments.away(step.getStartedAt()));
    }

    public boolean isGate() {
        return kind.equals("gate");
    }
}
