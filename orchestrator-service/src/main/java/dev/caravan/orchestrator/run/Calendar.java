package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.run.Asked.Reply;
import dev.caravan.orchestrator.runbook.Ahead;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// When steps start by the calendar of a run, and whether the calendar holds.
final class Calendar {

    /// Whoever moves T0 needs some time to do so.
    private static final Duration NOTICE = Duration.ofDays(1);

    /// What takes longer is a mistake of whoever reckoned it.
    private static final long AHEAD_SECONDS_MAX = Duration.ofDays(3_650).toSeconds();

    private final Itinerary itinerary;
    private final Asked asked;

    Calendar(Itinerary itinerary, Asked asked) {
        this.itinerary = itinerary;
        this.asked = asked;
    }

    /// Before what a step does not start: its moment, or earlier when it has to start so long ahead of another one. A
    /// gate is never skipped, so its moment holds when nobody can tell how long that is.
    Reply<Optional<Instant>> earliest(Step step, Run run) {
        var planned = Moments.earliest(step, run);
        return step.ahead()
                .map(ahead -> switch (start(ahead, run)) {
                    case Reply.Unanswerable<Instant> _ when step.work() instanceof Work.Gate -> given(planned);
                    case Reply.Unanswerable<Instant>(var reason) -> new Reply.Unanswerable<Optional<Instant>>(reason);
                    case Reply.Given<Instant>(var start) ->
                        given(planned.filter(start::isAfter).or(() -> Optional.of(start)));
                })
                .orElseGet(() -> given(planned));
    }

    private static Reply<Optional<Instant>> given(Optional<Instant> instant) {
        return new Reply.Given<>(instant);
    }

    /// A step that waits for a moment, after T0 has moved. Who has approved the old T0 has not approved the new one.
    StepState moved(Step step, StepState state, Run run) {
        return switch (state) {
            case StepState.Scheduled scheduled ->
                earliest(step, run) instanceof Reply.Given<Optional<Instant>>(var due)
                        ? due.filter(instant -> !instant.equals(scheduled.due()))
                                .<StepState>map(scheduled::move)
                                .orElse(scheduled)
                        : scheduled;
            case StepState.Waiting waiting
            when step.work() instanceof Work.Wait(WaitFor.Until(var moment)) -> waiting.move(Moments.of(moment, run));
            case StepState.GateOpen open
            when step.work() instanceof Work.Gate gate && gate.confirmsT0() -> open.askAnew();
            case StepState other -> other;
        };
    }

    /// Whether T0 is too near for a step that is still to start; of several for the one that needs the latest T0.
    Optional<TooNear> tooNear(Run run, Instant at) {
        return itinerary.steps().stream()
                .filter(step -> step.ahead().isPresent() && isToCome(step, run))
                .flatMap(step -> step.ahead().flatMap(ahead -> tooNear(step, ahead, run, at)).stream())
                .max(Comparator.comparing(TooNear::earliestT0));
    }

    private boolean isToCome(Step step, Run run) {
        var state = run.step(step.id());
        var isUnstarted = state instanceof StepState.Pending || state instanceof StepState.Scheduled;
        return isUnstarted && asked.isNeeded(step, run);
    }

    private Optional<TooNear> tooNear(Step step, Ahead ahead, Run run, Instant at) {
        return start(ahead, run) instanceof Reply.Given<Instant>(var start) && start.isBefore(at)
                ? Optional.of(new TooNear(step.id(), start, earliestT0(ahead, start, run, at)))
                : Optional.empty();
    }

    private static Instant earliestT0(Ahead ahead, Instant start, Run run, Instant at) {
        var zone = run.charter().zone();
        var t0 = run.cutover().t0().atZone(zone);
        var moment = Moments.of(ahead.of(), run);
        var wanted = at.plus(NOTICE).plus(Duration.between(start, moment));
        var days = Duration.between(moment, wanted).toDays();
        // A clock change may make the days a little shorter.
        while (ahead.of().at(t0.plusDays(days).toInstant(), zone).isBefore(wanted)) {
            days++;
        }
        return t0.plusDays(days).toInstant();
    }

    private Reply<Instant> start(Ahead ahead, Run run) {
        return switch (asked.number(ahead.seconds(), run)) {
            case Reply.Unanswerable<Long>(var reason) -> new Reply.Unanswerable<>(reason);
            case Reply.Given<Long>(var seconds)
            when seconds > AHEAD_SECONDS_MAX ->
                new Reply.Unanswerable<>("%d seconds are too long for a calendar".formatted(seconds));
            case Reply.Given<Long>(var seconds) ->
                new Reply.Given<>(Moments.of(ahead.of(), run).minusSeconds(Math.max(0, seconds)));
        };
    }
}
