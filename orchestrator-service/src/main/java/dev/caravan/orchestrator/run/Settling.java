package dev.caravan.orchestrator.run;

import java.time.Instant;
import java.util.Optional;

/// Lets a run go on of its own accord until nothing moves any more.
final class Settling {

    private final Itinerary itinerary;
    private final Starts starts;
    private final Ends ends;
    private final Dispatch dispatch;
    private final BackOuts backOuts;

    Settling(Itinerary itinerary, Asked asked) {
        this.itinerary = itinerary;
        this.ends = new Ends(itinerary, asked);
        this.starts = new Starts(itinerary, asked, ends);
        this.dispatch = new Dispatch(itinerary);
        this.backOuts = new BackOuts(itinerary, asked);
    }

    Run settle(Run run, Instant at) {
        var settled = run;
        var before = run;
        do {
            before = settled;
            settled = move(settled, at);
        } while (settled != before);
        return settled;
    }

    private Run move(Run run, Instant at) {
        return switch (run.state()) {
            case RunState.Running _ -> stand(starts.start(dispatch.goOn(ends.end(run, at), at), at), at);
            case RunState.Failing _ -> stand(dispatch.goOn(ends.end(run, at), at), at);
            case RunState.Failed _ -> stand(ends.end(run, at), at);
            case RunState.BackingOut _ -> backOuts.stand(dispatch.goOn(backOuts.start(ends.end(run, at), at), at), at);
            case RunState.BackOutFailed _ -> backOuts.stand(backOuts.start(ends.end(run, at), at), at);
            case RunState.Paused _, RunState.BackOutPaused _, RunState.Parked _ -> ends.end(run, at);
            case RunState.Completed _, RunState.BackedOut _ -> run;
        };
    }

    /// Where the run as a whole stands on its way forward.
    private Run stand(Run run, Instant at) {
        var hasFailed = run.steps().values().stream().anyMatch(StepState.Failed.class::isInstance);
        var isUnderWay = !Dispatch.underWay(run).isEmpty();
        return switch (run.state()) {
            case RunState.Running state when hasFailed -> run.with(state.fail());
            case RunState.Running state
            when isOver(run) -> run.with(state.complete()).ended(Optional.of(at));
            case RunState.Failing state when !hasFailed -> run.with(state.recover());
            case RunState.Failing state when !isUnderWay -> run.with(state.settle());
            case RunState.Failed state when !hasFailed || isUnderWay -> run.with(state.recover());
            case RunState other -> run;
        };
    }

    private boolean isOver(Run run) {
        return itinerary.steps().stream().allMatch(step -> run.step(step.id()) instanceof StepState.Passed);
    }
}
