package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which timers a run has, read from where its steps stand; and what happens when one fires.
final class Timers {

    private final Itinerary itinerary;
    private final Outcomes outcomes;

    Timers(Itinerary itinerary, Outcomes outcomes) {
        this.itinerary = itinerary;
        this.outcomes = outcomes;
    }

    Map<TimerName, Instant> of(Run run) {
        var timers = new LinkedHashMap<TimerName, Instant>();
        switch (run.state()) {
            case RunState.Running _ -> {
                itinerary.steps().forEach(step -> start(timers, run, step));
                itinerary.steps().forEach(step -> end(timers, run, step));
                waits(timers, run);
                attempts(timers, run);
            }
            case RunState.Failing _ -> {
                itinerary.steps().forEach(step -> end(timers, run, step));
                waits(timers, run);
                attempts(timers, run);
            }
            case RunState.Failed _ -> waits(timers, run);
            case RunState.BackingOut _ -> attempts(timers, run);
            case RunState.Paused _,
                    RunState.Completed _,
                    RunState.BackOutPaused _,
                    RunState.BackOutFailed _,
                    RunState.BackedOut _,
                    RunState.Parked _ -> {}
        }
        return timers.equals(run.timers()) ? run.timers() : timers;
    }

    private static void start(Map<TimerName, Instant> timers, Run run, Step step) {
        switch (run.step(step.id())) {
            case StepState.Pending pending -> deadline(timers, run, step, pending.round());
            case StepState.Scheduled scheduled -> {
                timers.put(new TimerName.At(step.id()), scheduled.due());
                deadline(timers, run, step, scheduled.round());
            }
            case StepState other -> {}
        }
    }

    private static void deadline(Map<TimerName, Instant> timers, Run run, Step step, Round round) {
        if (!round.isLateAllowed()) {
            Moments.latest(step, run).ifPresent(by -> timers.put(new TimerName.By(step.id()), by));
        }
    }

    /// Until it is known that it will be over too late, the moment itself is waited for.
    private static void end(Map<TimerName, Instant> timers, Run run, Step step) {
        if (run.step(step.id()) instanceof StepState.Working
                && Moments.late(step, run).isEmpty()) {
            Moments.latest(step, run).ifPresent(by -> timers.put(new TimerName.By(step.id()), by));
        }
    }

    private static void waits(Map<TimerName, Instant> timers, Run run) {
        run.steps().forEach((step, state) -> {
            if (state instanceof StepState.Waiting waiting) {
                timers.put(new TimerName.Over(step), waiting.due());
            }
        });
    }

    private void attempts(Map<TimerName, Instant> timers, Run run) {
        for (var errand : Dispatch.underWay(run)) {
            for (var chunk : run.progress(errand).orElseThrow().chunks()) {
                attempt(timers, errand, chunk);
            }
        }
    }

    private void attempt(Map<TimerName, Instant> timers, Errand errand, Chunk chunk) {
        switch (chunk.stage()) {
            case Chunk.Stage.InFlight(var notAfter) ->
                timers.put(
                        new TimerName.Outcome(errand, chunk.number(), chunk.attempt()),
                        notAfter.plus(itinerary.limits().callTimeoutMax()));
            case Chunk.Stage.Resting resting ->
                timers.put(new TimerName.Again(errand, chunk.number(), chunk.attempt()), resting.until());
            case Chunk.Stage.Held _, Chunk.Stage.Broken _ -> {}
        }
    }

    /// A timer that the run does not have, has for another instant, or that fires early changes nothing.
    Run fired(Run run, RunInput.TimerFired fired) {
        var at = fired.at();
        if (at.isBefore(fired.due()) || !fired.due().equals(run.timers().get(fired.timer()))) {
            return run;
        }
        return switch (fired.timer()) {
            case TimerName.At(var step) ->
                run.step(step) instanceof StepState.Scheduled scheduled ? run.with(step, scheduled.arrive()) : run;
            case TimerName.By(var step) -> run.with(step, late(run, itinerary.step(step), at));
            case TimerName.Over(var step) ->
                run.step(step) instanceof StepState.Waiting waiting ? run.with(step, waiting.succeed(at)) : run;
            case TimerName.Outcome timer -> outcomes.lost(run, timer, at);
            case TimerName.Again timer -> outcomes.rested(run, timer);
        };
    }

    private static StepState late(Run run, Step step, Instant at) {
        return switch (run.step(step.id())) {
            case StepState.Pending pending -> pending.fail(at, Starts.tooLate(run, step));
            case StepState.Scheduled scheduled -> scheduled.fail(at, Starts.tooLate(run, step));
            case StepState.Working working -> working.expect(at);
            case StepState other -> other;
        };
    }
}
