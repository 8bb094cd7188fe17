package dev.caravan.orchestrator.console.pages;

import dev.caravan.orchestrator.console.documents.StepDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One step on the page of a run.
///
/// @param when when it started, or when it is due
/// @param waitsFor who or what it waits for, steps by number and title
/// @param until when it goes on by itself; empty if no moment is set
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
        String until,
        String when,
        String whenIso,
        String lasted,
        int attempts,
        String objects,
        int objectsDone,
        int objectsTotal,
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
    private static final Set<String> SKIPPABLE =
            Set.of("failed", "undo-failed", "task-open", "undo-open", "waiting", "scheduled");

    static StepLine of(StepDocument step, Map<String, String> names, Moments moments) {
        var shown = step.startedAt() == null ? step.due() : step.startedAt();
        return new StepLine(
                step.position() + 1,
                step.stepId(),
                Words.ofId(step.phase()),
                step.title(),
                step.kind(),
                step.guide(),
                step.state(),
                Words.of(step.state()),
                Words.tone(step.state()),
                named(step.waitsFor(), names),
                step.reason(),
                until(step, moments),
                moments.of(shown),
                shown == null ? "" : shown.toString(),
                moments.between(step.startedAt(), step.endedAt()),
                step.attempts(),
                step.objectsTotal() == 0 ? "" : step.objectsDone() + " of " + step.objectsTotal(),
                step.objectsDone(),
                step.objectsTotal(),
                step.objectsFailed(),
                step.changes(),
                step.answer(),
                step.answeredBy(),
                step.evidence(),
                step.approvedBy(),
                step.backOut(),
                step.backOutGuide(),
                step.conflicts(),
                Set.of("gate-open", "task-open", "undo-open").contains(step.state()));
    }

    /// What people call the steps of a run, by id.
    static Map<String, String> names(List<StepDocument> steps) {
        return steps.stream()
                .collect(Collectors.toMap(
                        StepDocument::stepId, step -> "step " + (step.position() + 1) + " (" + step.title() + ")"));
    }

    private static String named(String waitsFor, Map<String, String> names) {
        return Arrays.stream(waitsFor.split(", "))
                .map(one -> names.getOrDefault(one, one))
                .collect(Collectors.joining(", "));
    }

    private static String until(StepDocument step, Moments moments) {
        var isAhead = step.due() != null && step.endedAt() == null && step.due().isAfter(moments.now());
        return isAhead ? moments.of(step.due()) + " (" + moments.away(step.due()) + ")" : "";
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

    /// Whether it is under way, or waits for something other than people.
    public boolean isDoing() {
        return !isQuiet() && !people && !isRetriable() && !hasEnded();
    }

    public boolean hasEnded() {
        return Set.of("succeeded", "not-needed", "skipped", "cancelled", "undone", "undo-skipped")
                .contains(state);
    }
}
