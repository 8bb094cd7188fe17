package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Goes on with the errands under way: issues what is held, and has the next chunk cut while the window is not full.
final class Dispatch {

    private final Itinerary itinerary;

    Dispatch(Itinerary itinerary) {
        this.itinerary = itinerary;
    }

    /// The errands that a run has under way.
    static List<Errand> underWay(Run run) {
        return run.steps().entrySet().stream().flatMap(Dispatch::errand).toList();
    }

    private static Stream<Errand> errand(Map.Entry<StepId, StepState> step) {
        return switch (step.getValue()) {
            case StepState.Working _, StepState.Stopping _ -> Stream.of(new Errand.Forward(step.getKey()));
            case StepState.Undoing _ -> Stream.of(new Errand.Undo(step.getKey()));
            case StepState.Previewing previewing -> Stream.of(new Errand.Preview(previewing.step(), step.getKey()));
            case StepState other -> Stream.empty();
        };
    }

    Run goOn(Run run, Instant at) {
        var gone = run;
        for (var errand : underWay(run)) {
            if (!(run.step(errand.step()) instanceof StepState.Stopping)) {
                gone = goOn(gone, errand, at);
            }
        }
        return gone;
    }

    private Run goOn(Run run, Errand errand, Instant at) {
        var before = run.progress(errand).orElseThrow();
        var spec = itinerary.spec(errand);
        var progress = before;
        for (var chunk : before.chunks()) {
            if (chunk.isHeld()) {
                progress = progress.issued(chunk, at.plus(spec.timeout()));
            }
        }
        if (progress.wantsChunk(spec.window())) {
            progress = progress.cutAsked();
        }
        return progress == before ? run : run.with(errand, progress);
    }

    Run cut(Run run, RunInput.ChunkCut cut) {
        return run.progress(cut.errand())
                .filter(progress -> progress.isAskedFor(cut.chunk()))
                .map(progress -> run.with(
                        cut.errand(), progress.cut(cut.range(), cut.range().objects() > 0, cut.last())))
                .orElse(run);
    }
}
