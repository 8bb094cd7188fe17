package dev.caravan.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Folds what workers answer. An answer counts once, for the attempt that is under way; whatever else arrives is
/// late or double and changes nothing.
final class Outcomes {

    /// A worker got the command only after its `notAfter`: nothing was done, and another attempt may be in time.
    private static final String EXPIRED = "expired";

    private final Itinerary itinerary;

    Outcomes(Itinerary itinerary) {
        this.itinerary = itinerary;
    }

    /// A chunk whose command is under way.
    private record Open(Errand errand, ErrandSpec spec, Progress progress, Chunk chunk) {}

    Run fold(Run run, RunInput.Answer answer) {
        var id = answer.commandId();
        if (!id.run().equals(run.id()) || itinerary.find(id.errand().step()).isEmpty()) {
            return run;
        }
        if (answer instanceof RunInput.PlanTold told) {
            return Plans.fold(run, told);
        }
        return open(run, id.errand(), id.chunk(), id.attempt())
                .map(open -> expected(run.with(open.errand, fold(open, answer)), open.errand, answer))
                .orElse(run);
    }

    private static Run expected(Run run, Errand errand, RunInput.Answer answer) {
        return errand instanceof Errand.Forward(var step)
                        && run.step(step) instanceof StepState.Working working
                        && answer instanceof RunInput.NotYet notYet
                ? run.with(step, notYet.expected().map(working::expect).orElse(working))
                : run;
    }

    /// Nobody answered in time, and nothing of the attempt can start any more: what it did is unknown, and the next
    /// attempt begins by looking.
    Run lost(Run run, TimerName.Outcome timer, Instant at) {
        return open(run, timer.errand(), timer.chunk(), timer.attempt())
                .map(open ->
                        run.with(open.errand, failed(open, "no-outcome", lostReason(at), at, new Chunk.Stage.Held())))
                .orElse(run);
    }

    static boolean isExpired(RunInput.Refused answer) {
        return answer.code().equals(EXPIRED);
    }

    static String lostReason(Instant at) {
        return "no outcome by " + at;
    }

    /// The pause after an attempt is over.
    Run rested(Run run, TimerName.Again timer) {
        return run.progress(timer.errand())
                .flatMap(progress -> progress.chunk(timer.chunk())
                        .filter(chunk -> chunk.attempt() == timer.attempt())
                        .map(chunk -> run.with(timer.errand(), progress.with(chunk.held()))))
                .orElse(run);
    }

    private Optional<Open> open(Run run, Errand errand, int number, int attempt) {
        return run.progress(errand)
                .flatMap(progress -> progress.inFlight(number, attempt)
                        .map(chunk -> new Open(errand, itinerary.spec(errand), progress, chunk)));
    }

    private Progress fold(Open open, RunInput.Answer answer) {
        return switch (answer) {
            case RunInput.Done done -> done(open, done);
            case RunInput.Continued more -> continued(open, more);
            case RunInput.NotYet notYet -> notYet(open, notYet);
            case RunInput.Refused refused -> refused(open, refused);
            case RunInput.Failed failed -> failed(open, failed);
            case RunInput.PlanTold _ -> open.progress;
        };
    }

    private static Progress done(Open open, RunInput.Done done) {
        var objects = Math.max(0, open.chunk.range().objects() - open.chunk.partsDone());
        var tally = open.progress.tally().objectsDone(objects).seen(done.conflicts());
        return open.progress
                .without(open.chunk)
                .with(tally)
                .withFacts(Facts.merge(open.progress.facts(), done.facts()));
    }

    private static Progress continued(Open open, RunInput.Continued more) {
        return open.progress
                .with(open.chunk.continued(more.cursor(), more.objectsDone()))
                .with(open.progress.tally().objectsDone(more.objectsDone()));
    }

    private Progress notYet(Open open, RunInput.NotYet answer) {
        var isOver = open.progress.deadline().isPresent()
                ? isTooLate(open, answer.at())
                : open.chunk.asked() + 1 >= itinerary.limits().notYetMax();
        if (isOver) {
            return broken(open, "not-yet", "still not yet: " + answer.reason(), objects(open));
        }
        var pause = open.spec
                .asking()
                .map(every -> longer(every.after(open.chunk.asked() + 1), answer.retryAfter()))
                .orElse(answer.retryAfter());
        var until = answer.at().plus(pause);
        // The last asking is at the deadline itself.
        var last = open.progress.deadline().filter(deadline -> deadline.isBefore(until));
        return open.progress.with(open.chunk.notYet(last.orElse(until), answer.reason()));
    }

    private static Progress refused(Open open, RunInput.Refused answer) {
        var reason = answer.code() + ": " + answer.reason();
        return isExpired(answer)
                ? failed(open, EXPIRED, reason, answer.at(), resting(open, answer.at(), Duration.ZERO, reason))
                : broken(open, answer.code(), reason, objects(open));
    }

    private static Progress failed(Open open, RunInput.Failed answer) {
        var reason = answer.code() + ": " + answer.reason();
        if (!answer.isTransient()) {
            return broken(open, answer.code(), reason, answer.objectsFailed());
        }
        var rest = resting(open, answer.at(), answer.retryAfter().orElse(Duration.ZERO), reason);
        return failed(open, answer.code(), reason, answer.at(), rest);
    }

    private static Progress failed(Open open, String code, String reason, Instant at, Chunk.Stage next) {
        var isLast = open.chunk.tries() + 1 >= open.spec.retry().attempts();
        return isLast || isTooLate(open, at)
                ? broken(open, code, reason, objects(open))
                : open.progress.with(open.chunk.failed(next));
    }

    private static Progress broken(Open open, String code, String reason, int objects) {
        var tally = open.progress.tally();
        return open.progress
                .with(open.chunk.broken(code, reason, objects))
                .with(tally.objectsFailed(tally.failed() + objects));
    }

    private static Chunk.Stage resting(Open open, Instant at, Duration atLeast, String reason) {
        var pause = open.spec.retry().pauses().after(open.chunk.tries() + 1);
        return new Chunk.Stage.Resting(at.plus(longer(pause, atLeast)), reason);
    }

    private static boolean isTooLate(Open open, Instant at) {
        return open.progress
                .deadline()
                .filter(deadline -> !at.isBefore(deadline))
                .isPresent();
    }

    private static int objects(Open open) {
        return Math.max(0, open.chunk.range().objects() - open.chunk.partsDone());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
