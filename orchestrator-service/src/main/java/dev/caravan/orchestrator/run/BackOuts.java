package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The way back: commands under way are awaited, then every step's changes are taken back, each after those of all
/// steps that need it. What is taken back is read from the ledger, never from a list.
final class BackOuts {

    private final Itinerary itinerary;
    private final Asked asked;

    BackOuts(Itinerary itinerary, Asked asked) {
        this.itinerary = itinerary;
        this.asked = asked;
    }

    /// Takes off the table what is open; only commands that may change things are awaited.
    static Run begin(Run run, Itinerary itinerary, Instant at) {
        var state = run.state() instanceof RunState.Parked parked ? parked.unpark() : run.state();
        if (!(state instanceof RunState.Forward forward)) {
            return run;
        }
        var turned = run.with(forward.backOut()).ended(Optional.empty());
        for (var step : itinerary.steps()) {
            turned = turned.with(step.id(), closed(step, run.step(step.id()), at));
        }
        return turned;
    }

    private static StepState closed(Step step, StepState state, Instant at) {
        return switch (state) {
            case StepState.Scheduled scheduled -> closed(step, scheduled.arrive(), at);
            case StepState.Pending pending when pending.tally().attempts() > 0 -> pending.cancel(at);
            case StepState.Working working
            when step.work() instanceof Work.Command && working.progress().isInFlight() -> working.stop();
            case StepState.Cancellable open -> open.cancel(at);
            case StepState other -> other;
        };
    }

    /// What stays changed whatever is undone, in words.
    static List<String> losses(Run run, Itinerary itinerary) {
        return itinerary.steps().stream()
                .filter(step -> isDone(run.step(step.id())))
                .flatMap(step -> step.backOut() instanceof BackOut.Irreversible(var reason)
                        ? List.of(step.id() + ": " + reason).stream()
                        : List.<String>of().stream())
                .toList();
    }

    private static boolean isDone(StepState state) {
        return state instanceof StepState.Succeeded || state.tally().attempts() > 0;
    }

    /// Starts every undo whose turn it is; what is kept holds up nothing.
    Run start(Run run, Instant at) {
        var started = run;
        if (isAwaiting(run)) {
            return run;
        }
        for (var step : itinerary.steps().reversed()) {
            if (run.step(step.id()) instanceof StepState.Ended ended
                    && itinerary.needsUndo(step, ended)
                    && isLast(started, step)) {
                started = started.with(step.id(), begun(started, step, ended, at));
            }
        }
        return started;
    }

    private StepState begun(Run run, Step step, StepState.Ended ended, Instant at) {
        if (step.backOut() instanceof BackOut.ByHand && ended instanceof StepState.Succeeded done) {
            return done.askBack(at);
        }
        return whyKept(run, step)
                .<StepState>map(ended::keep)
                .orElseGet(() -> ended.undo(Progress.uncut(Tally.NONE, Optional.empty(), 0)));
    }

    /// A condition without an answer keeps nothing: whoever backs out wants what was.
    private Optional<String> whyKept(Run run, Step step) {
        return Optional.of(step.backOut())
                .flatMap(backOut -> backOut instanceof BackOut.Undo undo ? undo.when() : Optional.empty())
                .filter(condition -> asked.isAnswered(false, condition, run))
                .map(condition -> "kept, since `%s` does not hold".formatted(condition.cel()));
    }

    private boolean isLast(Run run, Step step) {
        return itinerary.descendants(step.id()).stream()
                .allMatch(later -> isBack(itinerary.step(later), run.step(later)));
    }

    private boolean isBack(Step step, StepState state) {
        return !itinerary.needsUndo(step, state)
                && !(state instanceof StepState.Undoing)
                && !(state instanceof StepState.UndoOpen)
                && !(state instanceof StepState.UndoFailed);
    }

    /// Where the run as a whole stands on the way back.
    Run stand(Run run, Instant at) {
        var states = run.steps().values();
        var hasFailed = states.stream().anyMatch(StepState.UndoFailed.class::isInstance);
        var isBusy = isAwaiting(run)
                || states.stream()
                        .anyMatch(state -> state instanceof StepState.Undoing || state instanceof StepState.UndoOpen);
        return switch (run.state()) {
            case RunState.BackingOut state when !isBusy && hasFailed -> run.with(state.fail());
            case RunState.BackingOut state
            when !isBusy -> run.with(state.finish()).ended(Optional.of(at));
            case RunState.BackOutFailed state when isBusy || !hasFailed -> run.with(state.recover());
            case RunState other -> run;
        };
    }

    private static boolean isAwaiting(Run run) {
        return run.steps().values().stream().anyMatch(StepState.Stopping.class::isInstance);
    }
}
