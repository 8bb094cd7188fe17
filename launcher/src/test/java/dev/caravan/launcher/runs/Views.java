package dev.caravan.launcher.runs;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Runs and steps as tests need them.
public final class Views {

    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private static final Set<String> OVER = Set.of("succeeded", "skipped", "not-needed", "failed", "undone");

    private Views() {}

    public static RunView run(String runId, String state, StepView... steps) {
        return new RunView(
                runId,
                "fabrikam",
                "47eaa099-2cb6-416d-86dc-283cf0480ff9",
                "dns-preparation",
                state,
                "",
                Instant.parse("2026-12-04T19:00:00Z"),
                false,
                "Europe/Berlin",
                "Mara Lindqvist",
                START,
                null,
                steps.length,
                (int) List.of(steps).stream().filter(StepView::finished).count(),
                2,
                1,
                List.of(),
                null,
                List.of(steps));
    }

    public static StepView step(String stepId, int position, String state, String... guide) {
        return step(stepId, position, state, state.contains("failed") ? "the server refused" : "", List.of(guide));
    }

    /// A step that is under way and says why it is late.
    public static StepView late(String stepId, String reason) {
        return step(stepId, 0, "working", reason, List.of());
    }

    private static StepView step(String stepId, int position, String state, String reason, List<String> guide) {
        return new StepView(
                stepId,
                position,
                "Two weeks before",
                "Title of " + stepId,
                "command",
                guide,
                state,
                "",
                reason,
                null,
                state.equals("pending") ? null : START,
                OVER.contains(state) ? START.plusSeconds(60) : null,
                1,
                2,
                state.equals("pending") ? 0 : 2,
                0,
                0,
                "",
                "",
                "",
                List.of());
    }
}
