package dev.caravan.orchestrator.console.pages;

import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// One run on the page of all runs, and at the head of its own.
///
/// @param t0Away how far T0 is from now
/// @param waiting gates and tasks that are open, by title
public record RunLine(
        String runId,
        String title,
        String customerId,
        String runbook,
        String state,
        String stateWords,
        String tone,
        String detail,
        String t0,
        String t0Iso,
        String t0Away,
        boolean t0Confirmed,
        String timeZone,
        List<String> domains,
        String requestedBy,
        String created,
        String ended,
        int stepsEnded,
        int stepsTotal,
        int percent,
        String nextDue,
        String nextDueAway,
        List<String> losses,
        List<String> waiting) {

    private static final int WHOLE = 100;

    static RunLine of(RunView run, List<StepView> open, Instant now) {
        var moments = new Moments(ZoneId.of(run.getTimeZone()), now);
        return new RunLine(
                run.getRunId(),
                run.getTitle(),
                run.getCustomerId(),
                run.getRunbook(),
                run.getState(),
                Words.of(run.getState()),
                Words.tone(run.getState()),
                run.getDetail(),
                moments.of(run.getT0()),
                run.getT0().toString(),
                moments.away(run.getT0()),
                run.getT0Confirmed(),
                run.getTimeZone(),
                run.getDomains(),
                run.getRequestedBy(),
                moments.of(run.getCreatedAt()),
                moments.of(run.getEndedAt()),
                run.getStepsEnded(),
                run.getStepsTotal(),
                run.getStepsTotal() == 0 ? 0 : WHOLE * run.getStepsEnded() / run.getStepsTotal(),
                moments.of(run.getNextDue()),
                moments.away(run.getNextDue()),
                run.getLosses(),
                open.stream().map(RunLine::waitsFor).toList());
    }

    private static String waitsFor(StepView step) {
        var who = step.getKind().equals("gate") ? step.getWaitsFor() : step.getAssignee();
        return who.isEmpty() ? step.getTitle() : step.getTitle() + " – " + who;
    }

    /// Whether it has come to its end.
    public boolean isOver() {
        return List.of("completed", "backed-out").contains(state);
    }

    public boolean isPaused() {
        return List.of("paused", "back-out-paused").contains(state);
    }

    public boolean isParked() {
        return state.equals("parked");
    }

    public boolean isBackingOut() {
        return state.startsWith("back") && !isOver();
    }
}
