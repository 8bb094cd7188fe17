package dev.caravan.orchestrator.console.pages;

import dev.caravan.orchestrator.console.documents.RunDocument;
import dev.caravan.orchestrator.console.documents.StepDocument;
import dev.caravan.orchestrator.console.views.Urgency;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One run on the page of all runs, and at the head of its own.
///
/// @param customer what the customer is called; its id where nobody has said
/// @param phase where it is; empty before it has begun and when it is over
/// @param t0Lead what is said before T0: it lies in the past of a run that is over
/// @param t0Note how far T0 is from now and how sure; empty when the run is over
/// @param now the moment of the page, as the run's clock has it
/// @param waiting gates and tasks that are open, by title
public record RunLine(
        String runId,
        String title,
        String customer,
        String customerId,
        String runbook,
        String state,
        String stateWords,
        String tone,
        String detail,
        Urgency urgency,
        String phase,
        String t0Lead,
        String t0,
        String t0Iso,
        String t0Note,
        String now,
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

    static RunLine of(RunDocument run, Optional<String> customer, String phase, List<StepDocument> open, Instant now) {
        var moments = new Moments(ZoneId.of(run.timeZone()), now);
        var urgency = Urgency.of(run.state(), !open.isEmpty());
        var isOver = urgency == Urgency.OVER;
        return new RunLine(
                run.runId(),
                run.title(),
                customer.orElse(run.customerId()),
                run.customerId(),
                run.runbook(),
                run.state(),
                Words.of(run.state()),
                Words.tone(run.state()),
                run.detail(),
                urgency,
                isOver ? "" : Words.ofId(phase),
                isOver ? t0Lead(run) : "",
                moments.of(run.t0()),
                run.t0().toString(),
                isOver ? "" : moments.away(run.t0()) + ", " + (run.t0Confirmed() ? "confirmed" : "provisional"),
                moments.of(now),
                run.timeZone(),
                run.domains(),
                run.requestedBy(),
                moments.of(run.createdAt()),
                moments.of(run.endedAt()),
                run.stepsEnded(),
                run.stepsTotal(),
                run.stepsTotal() == 0 ? 0 : WHOLE * run.stepsEnded() / run.stepsTotal(),
                moments.of(run.nextDue()),
                moments.away(run.nextDue()),
                run.losses(),
                open.stream().map(RunLine::waitsFor).toList());
    }

    private static String t0Lead(RunDocument run) {
        return run.endedAt() != null && run.endedAt().isBefore(run.t0()) ? "was set for" : "was";
    }

    private static String waitsFor(StepDocument step) {
        var who = step.kind().equals("gate") ? step.waitsFor() : step.assignee();
        return who.isEmpty() ? step.title() : step.title() + " – " + who;
    }

    /// Whether it has come to its end.
    public boolean isOver() {
        return urgency == Urgency.OVER;
    }

    public boolean isCustomerNamed() {
        return !customer.equals(customerId);
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
