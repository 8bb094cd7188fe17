package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;

/// Starts what may start: steps whose needs are over, whose condition holds and whose time has come.
final class Starts {

    private final Itinerary itinerary;
    private final Asked asked;
    private final Ends ends;
    private final Calendar calendar;

    Starts(Itinerary itinerary, Asked asked, Ends ends) {
        this.itinerary = itinerary;
        this.asked = asked;
        this.calendar = new Calendar(itinerary, asked);
        this.ends = ends;
    }

    /// Looks at each step once, after all that it needs. A step is ready when all that it needs is over, be it through
    /// others: a step that was skipped early, or a gate that asks once more, holds back everything behind it.
    Run start(Run run, Instant at) {
        var started = run;
        var over = new HashSet<StepId>();
        for (var step : itinerary.steps()) {
            var state = started.step(step.id());
            var isReady = over.containsAll(step.needs());
            var next = switch (state) {
                case StepState.Pending pending -> pending(started, step, pending, isReady, at);
                case StepState.Scheduled scheduled -> scheduled(started, step, scheduled, isReady, at);
                case StepState other -> other;
            };
            if (next != state) {
                started = started.with(step.id(), next);
            }
            if (isReady && next instanceof StepState.Passed) {
                over.add(step.id());
            }
        }
        return started;
    }

    private StepState scheduled(Run run, Step step, StepState.Scheduled scheduled, boolean isReady, Instant at) {
        if (isTooLate(run, step, scheduled.round(), at)) {
            return scheduled.fail(at, tooLate(run, step));
        }
        return scheduled.due().isAfter(at) ? scheduled : pending(run, step, scheduled.arrive(), isReady, at);
    }

    private StepState pending(Run run, Step step, StepState.Pending pending, boolean isReady, Instant at) {
        if (isTooLate(run, step, pending.round(), at)) {
            return pending.fail(at, tooLate(run, step));
        }
        if (!isReady) {
            return pending;
        }
        return switch (needed(run, step)) {
            case Asked.Reply.Unanswerable<Boolean>(var reason) -> pending.fail(at, reason);
            case Asked.Reply.Given<Boolean>(var isNeeded) when !isNeeded -> pending.leaveOut(at);
            case Asked.Reply.Given<Boolean> _ -> inItsTime(run, step, pending, at);
        };
    }

    private StepState inItsTime(Run run, Step step, StepState.Pending pending, Instant at) {
        return switch (calendar.earliest(step, run)) {
            case Asked.Reply.Unanswerable<Optional<Instant>>(var reason) -> pending.fail(at, reason);
            case Asked.Reply.Given<Optional<Instant>>(var earliest) ->
                earliest.filter(due -> due.isAfter(at))
                        .<StepState>map(pending::schedule)
                        .orElseGet(() -> begun(run, step, pending, at));
        };
    }

    /// A gate is never skipped, so when its condition has no answer, people are asked.
    private Asked.Reply<Boolean> needed(Run run, Step step) {
        var reply = step.when()
                .map(condition -> asked.holds(condition, run))
                .orElseGet(() -> new Asked.Reply.Given<>(true));
        return step.work() instanceof Work.Gate && reply instanceof Asked.Reply.Unanswerable<Boolean>
                ? new Asked.Reply.Given<>(true)
                : reply;
    }

    private static boolean isTooLate(Run run, Step step, Round round, Instant at) {
        return !round.isLateAllowed()
                && Moments.latest(step, run).filter(by -> !at.isBefore(by)).isPresent();
    }

    static String tooLate(Run run, Step step) {
        return "too late: it had to start by "
                + Moments.latest(step, run).map(Instant::toString).orElse("");
    }

    private StepState begun(Run run, Step step, StepState.Pending pending, Instant at) {
        return switch (step.work()) {
            case Work.Command _ -> pending.work(at, progress(step, pending, Optional.empty()));
            case Work.Check check -> pending.work(at, progress(step, pending, Optional.of(at.plus(check.timeout()))));
            case Work.Task _ -> pending.ask(at);
            case Work.Gate _ ->
                ends.previewable(run, step).stream()
                        .findFirst()
                        .<StepState>map(first -> pending.preview(at, first, ends.previewOf(first, pending.round())))
                        .orElseGet(() -> pending.open(at));
            case Work.Wait(var until) -> waiting(run, pending, until, at);
        };
    }

    private static Progress progress(Step step, StepState.Pending pending, Optional<Instant> deadline) {
        return Ends.begin(step, pending.tally(), deadline, pending.round().attemptsBefore());
    }

    private StepState waiting(Run run, StepState.Pending pending, WaitFor until, Instant at) {
        return switch (until) {
            case WaitFor.Until(var moment) -> pending.await(at, Moments.of(moment, run));
            case WaitFor.Elapsed(var duration) -> pending.await(at, at.plus(duration));
            case WaitFor.Seconds(var seconds) ->
                switch (asked.number(seconds, run)) {
                    case Asked.Reply.Unanswerable<Long>(var reason) -> pending.fail(at, reason);
                    case Asked.Reply.Given<Long>(var number) -> after(pending, at, number);
                };
        };
    }

    private static StepState after(StepState.Pending pending, Instant at, long seconds) {
        try {
            return pending.await(at, at.plus(Duration.ofSeconds(Math.max(0, seconds))));
        } catch (ArithmeticException | DateTimeException _) {
            return pending.fail(at, "no calendar reaches " + seconds + " seconds from now");
        }
    }
}
