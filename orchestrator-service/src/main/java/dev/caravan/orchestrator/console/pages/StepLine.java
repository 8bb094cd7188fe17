package dev.caravan.orchestrator.console.pages;

import dev.caravan.schemas.run.StepView;
import java.util.List;
import java.util.Set;

/// One step on the page of a run.
///
/// @param when when it started, or when it is due
/// @param objects how many of how many are done; empty if it goes over none
/// @param people whether it waits for people now
public record StepLine(
        int number,
        String stepId,
        String phase,
        String title,
        String kind,
        List<String> guide,
        String state,
        String stateWords,
        String tone,
        String waitsFor,
        String reason,
        String when,
        String whenIso,
        String lasted,
        int attempts,
        String objects,
        int objectsFailed,
        int changes,
        String answer,
        String answeredBy,
        String evidence,
        List<String> approvedBy,
        String backOut,
        List<String> backOutGuide,
        List<String> conflicts,
        boolean people) {

    private static final Set<String> RETRIABLE = Set.of("failed", "undo-failed");
    private static final Set<String> SKIPPABLE = Set.of("failed", "undo-failed", "task-open", "waiting", "scheduled");

    static StepLine of(StepView step, Moments moments) {
        var shown = step.getStartedAt() == null ? step.getDue() : step.getStartedAt();
        return new StepLine(
                step.getPosition() + 1,
                step.getStepId(),
                Words.ofId(step.getPhase()),
                step.getTitle(),
                step.getKind(),
                step.getGuide(),
                step.getState(),
                Words.of(step.getState()),
                Words.tone(step.getState()),
                step.getWaitsFor(),
                step.getReason(),
                moments.of(shown),
                shown == null ? "" : shown.toString(),
                moments.between(step.getStartedAt(), step.getEndedAt()),
                step.getAttempts(),
                step.getObjectsTotal() == 0 ? "" : step.getObjectsDone() + " of " + step.getObjectsTotal(),
                step.getObjectsFailed(),
                step.getChanges(),
                step.getAnswer(),
                step.getAnsweredBy(),
                step.getEvidence(),
                step.getApprovedBy(),
                step.getBackOut(),
                step.getBackOutGuide(),
                step.getConflicts(),
                Set.of("gate-open", "task-open").contains(step.getState()));
    }

    public boolean isRetriable() {
        return RETRIABLE.contains(state);
    }

    public boolean isSkippable() {
        return SKIPPABLE.contains(state);
    }

    /// Whether it is over and nothing about it needs a look.
    public boolean isQuiet() {
        return Set.of("succeeded", "not-needed", "skipped", "cancelled", "undone", "pending")
                .contains(state);
    }

    public boolean hasEnded() {
        return Set.of("succeeded", "not-needed", "skipped", "cancelled", "undone", "undo-skipped")
                .contains(state);
    }
}
