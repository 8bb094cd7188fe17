package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Over;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a run asks of the world after an input: the difference between what it was waiting for before and what it
/// waits for now. So nothing can be asked for twice, and nothing forgotten.
final class Reaction {

    private final Itinerary itinerary;
    private final Run before;
    private final Run after;

    Reaction(Itinerary itinerary, Run before, Run after) {
        this.itinerary = itinerary;
        this.before = before;
        this.after = after;
    }

    List<RunEffect> effects(List<RunEvent> events) {
        var effects = new ArrayList<RunEffect>();
        before.timers().keySet().stream()
                .filter(timer -> !after.timers().containsKey(timer))
                .forEach(timer -> effects.add(new RunEffect.CancelTimer(timer)));
        for (var number = 0; number < events.size(); number++) {
            effects.add(new RunEffect.Tell(before.sequence() + number + 1, events.get(number)));
        }
        Dispatch.underWay(after).forEach(errand -> effects.addAll(asked(errand)));
        after.timers().forEach((timer, due) -> {
            if (!due.equals(before.timers().get(timer))) {
                effects.add(new RunEffect.StartTimer(timer, due));
            }
        });
        return effects;
    }

    private List<RunEffect> asked(Errand errand) {
        var now = after.progress(errand).orElseThrow();
        var was = before.progress(errand);
        var spec = itinerary.spec(errand);
        var commands = now.chunks().stream()
                .flatMap(chunk -> chunk.stage() instanceof Chunk.Stage.InFlight flight && !isInFlight(was, chunk)
                        ? Stream.of(command(errand, spec, chunk, flight))
                        : Stream.<RunEffect>empty());
        var cut = now.isAskedFor(now.cut().next())
                        && was.filter(progress -> progress.isAskedFor(now.cut().next()))
                                .isEmpty()
                ? spec.over().map(over -> cut(errand, spec, over, now))
                : Optional.<RunEffect>empty();
        return Stream.concat(commands, cut.stream()).toList();
    }

    private static boolean isInFlight(Optional<Progress> was, Chunk chunk) {
        return was.flatMap(progress -> progress.inFlight(chunk.number(), chunk.attempt()))
                .isPresent();
    }

    private RunEffect command(Errand errand, ErrandSpec spec, Chunk chunk, Chunk.Stage.InFlight flight) {
        return new RunEffect.IssueCommand(
                new CommandId(after.id(), errand, chunk.number(), chunk.attempt()),
                spec.command(),
                spec.on(),
                Asked.arguments(spec.with(), after),
                spec.over(),
                chunk.range(),
                chunk.cursor(),
                flight.notAfter(),
                errand instanceof Errand.Forward(var step) ? itinerary.approvedBy(after, step) : Optional.empty());
    }

    private static RunEffect cut(Errand errand, ErrandSpec spec, Over over, Progress now) {
        var cut = now.cut();
        return new RunEffect.CutChunk(errand, over, cut.afterKey(), cut.next(), spec.chunk());
    }
}
