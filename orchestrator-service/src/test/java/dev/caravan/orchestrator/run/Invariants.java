package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Invariant.require;

import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All invariants of a run of one runbook.
final class Invariants {

    private Invariants() {}

    static List<Invariant> of(Runbook runbook) {
        var itinerary = new Itinerary(runbook, Limits.STANDARD);
        return List.of(
                new NeedsAreOverFirst(runbook),
                new NothingStartsEarly(runbook),
                new PreviewedStepsAreBound(runbook),
                new WindowsAreKept(itinerary),
                new AttemptsTakeTurns(),
                new SequenceHasNoGap(),
                new StillnessIsStill(),
                new TroubleStartsNothing(),
                new EndsAbsorb(),
                new FourEyesAreFour(runbook),
                new BackOutGoesBackwards(itinerary),
                new ValueStaysSmall(itinerary));
    }

    /// A step that had started is tried again by a person.
    private static boolean goesOn(StepState before) {
        return before instanceof StepState.Failed failed && failed.progress().isPresent();
    }

    /// A step starts only when all that it needs, be it through others, is over.
    record NeedsAreOverFirst(Runbook runbook) implements Invariant {
        @Override
        public void check(Turn turn) {
            for (var started : turn.told(RunEvent.StepStarted.class)) {
                if (goesOn(turn.before().step(started.step()))) {
                    continue;
                }
                for (var need : runbook.precedents(started.step())) {
                    var state = turn.after().step(need);
                    require(
                            state instanceof StepState.Passed,
                            "%s started although %s is %s",
                            started.step(),
                            need,
                            Words.of(state));
                }
            }
        }
    }

    /// A step whose plan a gate has shown acts only as approved.
    record PreviewedStepsAreBound(Runbook runbook) implements Invariant {
        @Override
        public void check(Turn turn) {
            for (var command : turn.commands()) {
                if (command.id().errand() instanceof Errand.Forward(var step)) {
                    var isBound = runbook.steps().stream()
                            .anyMatch(gate -> gate.work() instanceof Work.Gate work
                                    && work.preview().contains(step)
                                    && !(turn.after().step(gate.id()) instanceof StepState.NotNeeded));
                    require(
                            isBound == command.approvedBy().isPresent(),
                            "%s by %s",
                            command.id(),
                            command.approvedBy());
                }
            }
        }
    }

    /// No step starts before its `at` that does not have to start ahead, none after its `by` unless a person says so,
    /// and no wait ends early.
    record NothingStartsEarly(Runbook runbook) implements Invariant {
        @Override
        public void check(Turn turn) {
            var at = turn.input().at();
            for (var started : turn.told(RunEvent.StepStarted.class)) {
                var step = runbook.step(started.step());
                if (goesOn(turn.before().step(step.id()))) {
                    continue;
                }
                Moments.earliest(step, turn.after())
                        .filter(_ -> step.ahead().isEmpty())
                        .ifPresent(
                                due -> require(!at.isBefore(due), "%s started at %s, before %s", step.id(), at, due));
                Moments.latest(step, turn.after())
                        .ifPresent(by -> require(
                                at.isBefore(by) || started.attempt() > 1,
                                "%s started at %s, after %s",
                                step.id(),
                                at,
                                by));
            }
            turn.before().steps().forEach((id, state) -> {
                if (state instanceof StepState.Waiting waiting
                        && turn.after().step(id) instanceof StepState.Succeeded) {
                    require(!at.isBefore(waiting.due()), "%s ended at %s, before %s", id, at, waiting.due());
                }
            });
        }
    }

    /// At most `window` chunks of an errand are open.
    record WindowsAreKept(Itinerary itinerary) implements Invariant {
        @Override
        public void check(Turn turn) {
            for (var errand : Dispatch.underWay(turn.after())) {
                var open = turn.after().progress(errand).orElseThrow().chunks().size();
                var window = itinerary.spec(errand).window();
                require(open <= window, "%s has %d open chunks, window %d", errand, open, window);
            }
        }
    }

    /// A command id is used once; the next attempt of a chunk follows an answer to the one before, or comes when that
    /// one can do nothing any more.
    static final class AttemptsTakeTurns implements Invariant {

        private final Map<String, RunEffect.IssueCommand> last = new HashMap<>();
        private final Set<CommandId> answered = new HashSet<>();

        @Override
        public void check(Turn turn) {
            if (turn.input() instanceof RunInput.Answer answer && isOutcome(answer)) {
                answered.add(answer.commandId());
            }
            for (var command : turn.commands()) {
                var before = last.put(command.id().errand() + "/" + command.id().chunk(), command);
                if (before != null) {
                    follows(before, command, turn.input().at());
                }
            }
        }

        private static boolean isOutcome(RunInput.Answer answer) {
            return !(answer instanceof RunInput.PlanTold) || answer.commandId().errand() instanceof Errand.Preview;
        }

        private void follows(RunEffect.IssueCommand before, RunEffect.IssueCommand next, Instant at) {
            require(next.id().attempt() > before.id().attempt(), "%s was issued after %s", next.id(), before.id());
            var over = before.notAfter().plus(Limits.STANDARD.callTimeoutMax());
            require(
                    answered.contains(before.id()) || !at.isBefore(over),
                    "%s was issued at %s although %s may act until %s",
                    next.id(),
                    at,
                    before.id(),
                    over);
        }
    }

    /// Events are numbered from 1 without a gap.
    record SequenceHasNoGap() implements Invariant {
        @Override
        public void check(Turn turn) {
            var next = turn.before().sequence();
            for (var effect : turn.effects()) {
                if (effect instanceof RunEffect.Tell tell) {
                    next++;
                    require(tell.sequence() == next, "event %d was told instead of %d", tell.sequence(), next);
                }
            }
            require(
                    turn.after().sequence() == next,
                    "the run counts %d, told %d",
                    turn.after().sequence(),
                    next);
        }
    }

    /// A run that is paused, parked or over asks for nothing and has no timer.
    record StillnessIsStill() implements Invariant {
        @Override
        public void check(Turn turn) {
            if (turn.after().state() instanceof RunState.Acting) {
                return;
            }
            require(
                    turn.after().timers().isEmpty(),
                    "timers run: %s",
                    turn.after().timers());
            for (var effect : turn.effects()) {
                require(
                        effect instanceof RunEffect.Tell || effect instanceof RunEffect.CancelTimer,
                        "%s of a run that is %s",
                        effect,
                        Words.of(turn.after().state()));
            }
        }
    }

    /// While a failure waits for a person, no step starts.
    record TroubleStartsNothing() implements Invariant {
        @Override
        public void check(Turn turn) {
            var isHelp = turn.input() instanceof RunInput.StepRetried || turn.input() instanceof RunInput.StepSkipped;
            var isTrouble = turn.before().state() instanceof RunState.Failing
                    || turn.before().state() instanceof RunState.Failed;
            var started = turn.told(RunEvent.StepStarted.class);
            require(!isTrouble || isHelp || started.isEmpty(), "started in trouble: %s", started);
        }
    }

    /// A run that is completed can only be backed out; one that is backed out stays so.
    record EndsAbsorb() implements Invariant {
        @Override
        public void check(Turn turn) {
            var after = turn.after().state();
            if (turn.before().state() instanceof RunState.BackedOut) {
                require(after instanceof RunState.BackedOut, "backed out, then %s", Words.of(after));
                require(turn.before().steps().equals(turn.after().steps()), "steps changed after the end");
            }
            if (turn.before().state() instanceof RunState.Completed) {
                require(
                        after instanceof RunState.Completed || turn.input() instanceof RunInput.BackOutRequested,
                        "completed, then %s",
                        Words.of(after));
            }
        }
    }

    /// A four-eyes gate is passed by two different people, neither of them the requester.
    static final class FourEyesAreFour implements Invariant {

        private final Runbook runbook;
        private final Map<StepId, List<Person>> approvals = new HashMap<>();

        FourEyesAreFour(Runbook runbook) {
            this.runbook = runbook;
        }

        @Override
        public void check(Turn turn) {
            turn.told(RunEvent.GateOpened.class).forEach(opened -> approvals.remove(opened.step()));
            for (var approved : turn.told(RunEvent.GateApproved.class)) {
                approvals
                        .computeIfAbsent(approved.step(), _ -> new ArrayList<>())
                        .add(approved.by());
            }
            for (var passed : turn.told(RunEvent.StepSucceeded.class)) {
                if (runbook.step(passed.step()).work() instanceof Work.Gate gate && gate.approvals() == 2) {
                    require(isFour(turn, approvals.getOrDefault(passed.step(), List.of())), "%s", approvals);
                }
            }
        }

        private static boolean isFour(Turn turn, List<Person> people) {
            return people.size() == 2
                    && !people.getFirst()
                            .name()
                            .strip()
                            .equalsIgnoreCase(people.getLast().name().strip())
                    && people.stream()
                            .noneMatch(person ->
                                    person.isSameAs(turn.after().charter().requestedBy()));
        }
    }

    /// An undo starts when no command of the way forward is under way and everything that needs its step is back.
    record BackOutGoesBackwards(Itinerary itinerary) implements Invariant {
        @Override
        public void check(Turn turn) {
            for (var undo : turn.told(RunEvent.UndoStarted.class)) {
                var states = turn.after().steps().values();
                require(states.stream().noneMatch(StepState.Stopping.class::isInstance), "%s did not await", undo);
                if (undo.attempt() == 1) {
                    itinerary.descendants(undo.step()).forEach(later -> isBack(turn, undo.step(), later));
                }
            }
            if (turn.after().state() instanceof RunState.BackedOut) {
                for (var step : itinerary.steps()) {
                    require(!itinerary.needsUndo(step, turn.after().step(step.id())), "%s was never undone", step.id());
                }
            }
        }

        private void isBack(Turn turn, StepId undone, StepId later) {
            var state = turn.after().step(later);
            require(
                    !itinerary.needsUndo(itinerary.step(later), state)
                            && !(state instanceof StepState.Undoing)
                            && !(state instanceof StepState.UndoOpen)
                            && !(state instanceof StepState.UndoFailed),
                    "%s is undone although %s is %s",
                    undone,
                    later,
                    Words.of(state));
        }
    }

    /// The run's value holds open chunks and bounded lists only.
    record ValueStaysSmall(Itinerary itinerary) implements Invariant {
        @Override
        public void check(Turn turn) {
            require(
                    turn.after().inputs().size() <= 32,
                    "%d inputs",
                    turn.after().inputs().size());
            turn.after().steps().forEach((step, state) -> {
                require(state.tally().conflicts().size() <= 10, "conflicts of %s", step);
                require(!state.equals(StepState.Pending.FIRST), "%s is kept although it is initial", step);
            });
        }
    }
}
