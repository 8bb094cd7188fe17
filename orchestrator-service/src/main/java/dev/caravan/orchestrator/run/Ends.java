package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Ends what has come to its end: errands whose chunks are all done, and those that only a person can help on.
final class Ends {

    private final Itinerary itinerary;
    private final Asked asked;

    Ends(Itinerary itinerary, Asked asked) {
        this.itinerary = itinerary;
        this.asked = asked;
    }

    Run end(Run run, Instant at) {
        var ended = run;
        for (var step : itinerary.steps()) {
            ended = end(ended, step, at);
        }
        return ended;
    }

    private Run end(Run run, Step step, Instant at) {
        var id = step.id();
        return switch (run.step(id)) {
            case StepState.Working working
            when working.progress().isFinished() ->
                remembered(run, id, working.progress()).with(id, working.succeed(at));
            case StepState.Working working
            when working.progress().isStuck() -> run.with(id, working.fail(at, reason(working.progress())));
            case StepState.Stopping stopping
            when stopping.progress().isFinished() ->
                remembered(run, id, stopping.progress()).with(id, stopping.succeed(at));
            case StepState.Stopping stopping
            when !stopping.progress().isInFlight() -> run.with(id, stopping.cancel(at));
            case StepState.Previewing previewing
            when previewing.progress().isFinished() -> run.with(id, previewed(run, step, previewing));
            case StepState.Previewing previewing
            when previewing.progress().isStuck() ->
                run.with(
                        id,
                        previewing.fail(at, "no plan of " + previewing.step() + ": " + reason(previewing.progress())));
            case StepState.Undoing undoing
            when undoing.progress().isFinished() ->
                run.with(id, undoing.again() ? undoing.startOver() : undoing.finish(at));
            case StepState.Undoing undoing
            when undoing.progress().isStuck() -> run.with(id, undoing.fail(reason(undoing.progress())));
            case StepState other -> run;
        };
    }

    private Run remembered(Run run, StepId step, Progress progress) {
        return itinerary.isSpokenOf(step) ? run.withFacts(step, progress.facts()) : run;
    }

    private StepState previewed(Run run, Step gate, StepState.Previewing previewing) {
        var left = previewable(run, gate);
        return left.stream()
                .skip(left.indexOf(previewing.step()) + 1L)
                .findFirst()
                .<StepState>map(next -> previewing.next(next, previewOf(next, previewing.round())))
                .orElseGet(previewing::open);
    }

    /// The steps whose plans a gate shows: those that have not started and, as far as can be told, will be needed.
    List<StepId> previewable(Run run, Step gate) {
        return gate.work() instanceof Work.Gate work
                ? work.preview().stream()
                        .filter(step -> isUnstarted(run.step(step)))
                        .filter(step -> asked.isNeeded(itinerary.step(step), run))
                        .toList()
                : List.of();
    }

    Progress previewOf(StepId step, Round round) {
        return begin(itinerary.step(step), Tally.NONE, Optional.empty(), round.attemptsBefore());
    }

    /// An errand at its first object.
    static Progress begin(Step step, Tally tally, Optional<Instant> deadline, int attemptsBefore) {
        var isOver = switch (step.work()) {
            case Work.Command command -> command.over().isPresent();
            case Work.Check check -> check.over().isPresent();
            case Work.Task _, Work.Gate _, Work.Wait _ -> false;
        };
        return isOver
                ? Progress.uncut(tally, deadline, attemptsBefore)
                : Progress.whole(tally, deadline, attemptsBefore);
    }

    private static boolean isUnstarted(StepState state) {
        return state instanceof StepState.Pending || state instanceof StepState.Scheduled;
    }

    private static String reason(Progress progress) {
        var broken = progress.chunks().stream()
                .map(Chunk::stage)
                .filter(Chunk.Stage.Broken.class::isInstance)
                .map(Chunk.Stage.Broken.class::cast)
                .map(Chunk.Stage.Broken::reason)
                .toList();
        return broken.size() == 1
                ? broken.getFirst()
                : "%d chunks failed, the first because %s".formatted(broken.size(), broken.getFirst());
    }
}
