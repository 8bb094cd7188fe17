package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caravan.schemas.run.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One step of a run.
///
/// @param position in its runbook, from 0
/// @param phase its title
/// @param kind command, check, task, gate or wait
/// @param guide numbers of the guide's steps that it covers
/// @param state pending, scheduled, working, stopping, previewing, gate-open, task-open, waiting, succeeded,
///     not-needed, skipped, failed, cancelled, undoing, undo-open, undo-failed, undone or undo-skipped
/// @param waitsFor who or what it waits for, in words
/// @param attempts how often it was tried; 0 before it has begun
/// @param acts what a task asks for exactly
/// @param planHash of the plan that an approval must name
/// @param backOut what takes it back, in words
/// @param connectionId that it acts on, and `account` behind it; empty where it acts on none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepDocument(
        String runId,
        String stepId,
        int position,
        String phase,
        String title,
        String kind,
        List<String> guide,
        List<String> needs,
        String state,
        String waitsFor,
        String reason,
        @Nullable Instant due,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int attempts,
        int objectsTotal,
        int objectsDone,
        int objectsFailed,
        int changes,
        String question,
        String instructions,
        String evidence,
        String assignee,
        int approvals,
        List<String> approvedBy,
        List<DecisionDocument> decides,
        String planHash,
        String answer,
        String answeredBy,
        String backOut,
        List<String> backOutGuide,
        List<String> conflicts,
        List<ActDocument> acts,
        String connectionId,
        String account) {

    public static StepDocument of(StepView view) {
        return new StepDocument(
                view.getRunId(),
                view.getStepId(),
                view.getPosition(),
                view.getPhase(),
                view.getTitle(),
                view.getKind(),
                texts(view.getGuide()),
                view.getNeeds(),
                view.getState(),
                view.getWaitsFor(),
                view.getReason(),
                view.getDue(),
                view.getStartedAt(),
                view.getEndedAt(),
                view.getAttempts(),
                view.getObjectsTotal(),
                view.getObjectsDone(),
                view.getObjectsFailed(),
                view.getChanges(),
                view.getQuestion(),
                view.getInstructions(),
                view.getEvidence(),
                view.getAssignee(),
                view.getApprovals(),
                view.getApprovedBy(),
                view.getDecides().stream().map(DecisionDocument::of).toList(),
                view.getPlanHash(),
                view.getAnswer(),
                view.getAnsweredBy(),
                view.getBackOut(),
                texts(view.getBackOutGuide()),
                view.getConflicts(),
                ActDocument.of(view.getActs()),
                view.getConnectionId(),
                view.getAccount());
    }

    private static List<String> texts(List<?> numbers) {
        return numbers.stream().map(Objects::toString).toList();
    }
}
