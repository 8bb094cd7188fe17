package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caravan.schemas.run.StepView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A gate or a task that waits for people.
///
/// @param kind gate or task
/// @param since when it was opened
/// @param due by when it should be over; absent if nothing is said
/// @param assignee of a task: migration-lead, engineer or customer-it
/// @param question of a gate
/// @param instructions of a task, its acts among them in words
/// @param takesBack of a task: whether it takes back what the step's own task had changed
/// @param acts what a task asks for exactly
/// @param evidence what a task's answer must bring as proof; empty if nothing
/// @param approvals 2 = two different people, neither of them the requester
/// @param earliestT0 of a gate that confirms T0: T0 is too near, and this is the earliest one that would do
/// @param planHash what an approval must name
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitingDocument(
        String runId,
        String stepId,
        String title,
        String kind,
        @Nullable Instant since,
        @Nullable Instant due,
        @Nullable String assignee,
        @Nullable String question,
        @Nullable String instructions,
        @Nullable Boolean takesBack,
        @Nullable List<ActDocument> acts,
        @Nullable String evidence,
        @Nullable Integer approvals,
        @Nullable Integer approvalsMissing,
        @Nullable List<String> approvedBy,
        @Nullable List<DecisionDocument> decides,
        @Nullable Instant earliestT0,
        @Nullable String planHash) {

    public static WaitingDocument of(StepView step) {
        return step.getKind().equals("gate") ? gate(step) : task(step);
    }

    private static WaitingDocument gate(StepView step) {
        return new WaitingDocument(
                step.getRunId(),
                step.getStepId(),
                step.getTitle(),
                step.getKind(),
                step.getStartedAt(),
                step.getDue(),
                null,
                step.getQuestion(),
                null,
                null,
                null,
                null,
                step.getApprovals(),
                Math.max(0, step.getApprovals() - step.getApprovedBy().size()),
                step.getApprovedBy(),
                step.getDecides().stream().map(DecisionDocument::of).toList(),
                step.getEarliestT0(),
                step.getPlanHash());
    }

    private static WaitingDocument task(StepView step) {
        return new WaitingDocument(
                step.getRunId(),
                step.getStepId(),
                step.getTitle(),
                step.getKind(),
                step.getStartedAt(),
                step.getDue(),
                step.getAssignee(),
                null,
                step.getInstructions(),
                step.getState().equals("undo-open"),
                ActDocument.of(step.getActs()),
                step.getEvidence(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
