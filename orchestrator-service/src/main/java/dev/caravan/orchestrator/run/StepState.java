package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a step stands. Its methods are the legal transitions; those that return the same state only advance it.
public sealed interface StepState {

    /// When it started and ended.
    record Span(Instant started, Instant ended) {}

    /// What the step has done so far, on the way forward.
    default Tally tally() {
        return Tally.NONE;
    }

    /// Over on the way forward. What it has changed can be taken back.
    sealed interface Ended extends StepState {
        Span span();

        /// A plan was told late: what the step has changed is more than it seemed.
        Ended told(Tally now);

        default Undoing undo(Progress progress) {
            return new Undoing(this, 1, false, progress);
        }

        /// What it has changed stays.
        default UndoSkipped keep(String why) {
            return new UndoSkipped(this, Tally.NONE, why);
        }
    }

    /// Under way on the way forward.
    sealed interface Begun extends StepState {
        Round round();
    }

    /// Lets the steps after it start.
    sealed interface Passed extends StepState {}

    /// Open, but nothing of it is half done: a back-out takes it off the table at once.
    sealed interface Cancellable extends Begun {
        Instant started();

        default Cancelled cancel(Instant at) {
            return new Cancelled(new Span(started(), at), tally());
        }
    }

    /// Nothing of it is half done: a person may decide to go on without it.
    sealed interface Skippable extends StepState {
        default Skipped skip(Instant at, String reason) {
            return new Skipped(new Span(at, at), tally(), reason);
        }
    }

    // ---- not started ---------------------------------------------------------------------------------------------

    /// Waits for what it needs. The first round is not kept in the run's value.
    record Pending(Round round, Tally tally) implements Skippable {

        static final Pending FIRST = new Pending(Round.FIRST, Tally.NONE);

        public Scheduled schedule(Instant due) {
            return new Scheduled(round, tally, due);
        }

        public NotNeeded leaveOut(Instant at) {
            return new NotNeeded(new Span(at, at), tally);
        }

        /// A plan of an earlier round was told late.
        public Pending told(Tally now) {
            return new Pending(round, now);
        }

        /// The run is backed out; what an earlier round has changed can be taken back.
        public Cancelled cancel(Instant at) {
            return new Cancelled(new Span(at, at), tally);
        }

        public Failed fail(Instant at, String reason) {
            return new Failed(round, new Span(at, at), reason, tally, Optional.empty());
        }

        public Working work(Instant at, Progress progress) {
            return new Working(round, at, progress, Optional.empty());
        }

        public Previewing preview(Instant at, StepId step, Progress progress) {
            return new Previewing(round, at, step, progress, PlanDigest.NONE);
        }

        public GateOpen open(Instant at) {
            return new GateOpen(round, at, PlanDigest.NONE, List.of(), Map.of());
        }

        public TaskOpen ask(Instant at) {
            return new TaskOpen(round, at);
        }

        public Waiting await(Instant at, Instant due) {
            return new Waiting(round, at, due);
        }
    }

    /// All that it needs is over; its time has not come.
    record Scheduled(Round round, Tally tally, Instant due) implements Skippable {

        /// Its time has come, or does not matter any more.
        public Pending arrive() {
            return new Pending(round, tally);
        }

        public Scheduled told(Tally now) {
            return new Scheduled(round, now, due);
        }

        public Scheduled move(Instant newDue) {
            return new Scheduled(round, tally, newDue);
        }

        public Failed fail(Instant at, String reason) {
            return new Failed(round, new Span(at, at), reason, tally, Optional.empty());
        }
    }

    // ---- under way -----------------------------------------------------------------------------------------------

    /// Its commands are under way; a check asks.
    ///
    /// @param expected when it is over at the earliest: what workers said, or a moment that has gone by
    record Working(Round round, Instant started, Progress progress, Optional<Instant> expected)
            implements Cancellable, Skippable {

        @Override
        public Tally tally() {
            return progress.tally();
        }

        public Working advance(Progress now) {
            return new Working(round, started, now, expected);
        }

        /// It is not going to be over before.
        public Working expect(Instant end) {
            return expected.filter(known -> !known.isBefore(end)).isPresent()
                    ? this
                    : new Working(round, started, progress, Optional.of(end));
        }

        public Succeeded succeed(Instant at) {
            return new Succeeded(round, new Span(started, at), tally());
        }

        public Failed fail(Instant at, String reason) {
            return new Failed(round, new Span(started, at), reason, tally(), Optional.of(progress));
        }

        public Stopping stop() {
            return new Stopping(round, started, progress);
        }
    }

    /// The run is backed out, and a command of this step is still under way.
    record Stopping(Round round, Instant started, Progress progress) implements Cancellable {

        @Override
        public Tally tally() {
            return progress.tally();
        }

        public Stopping advance(Progress now) {
            return new Stopping(round, started, now);
        }

        public Succeeded succeed(Instant at) {
            return new Succeeded(round, new Span(started, at), tally());
        }
    }

    /// A gate has the plan of a step computed.
    ///
    /// @param step whose plan
    /// @param plan of the steps before it
    record Previewing(Round round, Instant started, StepId step, Progress progress, PlanDigest plan)
            implements Cancellable {

        public Previewing advance(Progress now) {
            return new Previewing(round, started, step, now, plan);
        }

        public Previewing advance(PlanDigest now) {
            return new Previewing(round, started, step, progress, now);
        }

        public Previewing next(StepId nextStep, Progress nextProgress) {
            return new Previewing(round.used(progress.attemptsUsed()), started, nextStep, nextProgress, plan);
        }

        public GateOpen open() {
            return new GateOpen(round.used(progress.attemptsUsed()), started, plan, List.of(), Map.of());
        }

        public Failed fail(Instant at, String reason) {
            return new Failed(
                    round.used(progress.attemptsUsed()), new Span(started, at), reason, Tally.NONE, Optional.empty());
        }
    }

    /// A gate waits for people.
    ///
    /// @param decided by those who have approved; holds when the gate is passed
    record GateOpen(
            Round round, Instant started, PlanDigest plan, List<Person> approvedBy, Map<DecisionName, String> decided)
            implements Cancellable {
        public GateOpen {
            approvedBy = List.copyOf(approvedBy);
            decided = Ordered.copy(decided);
        }

        public GateOpen approve(Person by, Map<DecisionName, String> decisions) {
            var approvers = new ArrayList<>(approvedBy);
            approvers.add(by);
            return new GateOpen(
                    round, started, plan, approvers, Ordered.changed(decided, all -> all.putAll(decisions)));
        }

        /// What people approved is not what it was.
        public GateOpen askAnew() {
            return new GateOpen(round, started, plan, List.of(), Map.of());
        }

        public Succeeded succeed(Instant at) {
            return new Succeeded(round, new Span(started, at), Tally.NONE);
        }

        public Failed reject(Instant at, String reason) {
            return new Failed(round, new Span(started, at), reason, Tally.NONE, Optional.empty());
        }
    }

    /// A task waits for the person who does it.
    record TaskOpen(Round round, Instant started) implements Cancellable, Skippable {

        /// @param changes how many properties the person has changed by hand
        public Succeeded succeed(Instant at, int changes) {
            return new Succeeded(round, new Span(started, at), Tally.NONE.changesTold(changes));
        }
    }

    /// Time has to pass.
    record Waiting(Round round, Instant started, Instant due) implements Cancellable, Skippable {

        public Waiting move(Instant newDue) {
            return new Waiting(round, started, newDue);
        }

        public Succeeded succeed(Instant at) {
            return new Succeeded(round, new Span(started, at), Tally.NONE);
        }
    }

    // ---- over ----------------------------------------------------------------------------------------------------

    record Succeeded(Round round, Span span, Tally tally) implements Ended, Passed {

        @Override
        public Succeeded told(Tally now) {
            return new Succeeded(round, span, now);
        }

        /// The plan that a gate approved has turned out to be stale: it asks once more.
        public Pending askAgain() {
            return new Pending(round.next(0), tally);
        }

        /// A person is asked to take back what the task had changed.
        public UndoOpen askBack(Instant at) {
            return new UndoOpen(this, at);
        }
    }

    /// Its condition did not hold.
    record NotNeeded(Span span, Tally tally) implements Ended, Passed {

        @Override
        public NotNeeded told(Tally now) {
            return new NotNeeded(span, now);
        }
    }

    record Skipped(Span span, Tally tally, String reason) implements Ended, Passed {

        @Override
        public Skipped told(Tally now) {
            return new Skipped(span, now, reason);
        }
    }

    /// Waits for a person: to retry it, to go on without it, or to back out.
    ///
    /// @param progress what is left of its commands; empty when it starts from the beginning
    record Failed(Round round, Span span, String reason, Tally tally, Optional<Progress> progress)
            implements Ended, Skippable {

        @Override
        public Failed told(Tally now) {
            return new Failed(round, span, reason, now, progress);
        }

        @Override
        public Skipped skip(Instant at, String why) {
            return new Skipped(new Span(span.started, at), tally, why);
        }

        /// Only the chunks that failed.
        public Working retry(Progress retried) {
            var next = new Round(round.number() + 1, round.attemptsBefore(), true);
            return new Working(next, span.started, retried, Optional.empty());
        }

        /// From the beginning.
        public Pending restart() {
            var used = progress.map(Progress::attemptsUsed).orElse(0);
            return new Pending(round.next(used), tally.anew());
        }
    }

    /// The run was backed out before it was over.
    record Cancelled(Span span, Tally tally) implements Ended {

        @Override
        public Cancelled told(Tally now) {
            return new Cancelled(span, now);
        }
    }

    // ---- taken back ----------------------------------------------------------------------------------------------

    /// Its changes are being taken back.
    ///
    /// @param before how it stood before
    /// @param round the how-many-eth time
    /// @param again a plan was told late: the ledger is gone through once more at the end
    record Undoing(Ended before, int round, boolean again, Progress progress) implements StepState {

        @Override
        public Tally tally() {
            return before.tally();
        }

        public Undoing advance(Progress now) {
            return new Undoing(before, round, again, now);
        }

        public Undoing toldLate(Tally now) {
            return new Undoing(before.told(now), round, true, progress);
        }

        public Undoing startOver() {
            return new Undoing(before, round + 1, false, progress.recut());
        }

        public Undone finish(Instant at) {
            return new Undone(before, round, at, progress);
        }

        public UndoFailed fail(String reason) {
            return new UndoFailed(before, round, again, progress, reason);
        }
    }

    /// Waits for the person who takes back by hand what a task had changed.
    ///
    /// @param before how it stood before
    /// @param asked since when
    record UndoOpen(Succeeded before, Instant asked) implements StepState {

        @Override
        public Tally tally() {
            return before.tally();
        }

        public Undone finish(Instant at) {
            var done = Tally.NONE.changesTold(before.tally().changes());
            return new Undone(before, 1, at, Progress.uncut(done, Optional.empty(), 0));
        }

        public UndoSkipped skip(String why) {
            return new UndoSkipped(before, Tally.NONE, why);
        }
    }

    /// Waits for a person: to retry the undo or to go on without it.
    record UndoFailed(Ended before, int round, boolean again, Progress progress, String reason) implements StepState {

        @Override
        public Tally tally() {
            return before.tally();
        }

        public Undoing retry(Progress retried) {
            return new Undoing(before, round + 1, again, retried);
        }

        public UndoFailed toldLate(Tally now) {
            return new UndoFailed(before.told(now), round, true, progress, reason);
        }

        public UndoSkipped skip(String why) {
            return new UndoSkipped(before, progress.tally(), why);
        }
    }

    /// @param progress its counts, and how far its chunks were numbered
    record Undone(Ended before, int round, Instant at, Progress progress) implements StepState {

        @Override
        public Tally tally() {
            return before.tally();
        }

        /// A plan was told late: the ledger may hold more.
        public Undoing startOver(Tally now) {
            return new Undoing(before.told(now), round + 1, false, progress.recut());
        }
    }

    /// Its changes stay, wholly or in part.
    record UndoSkipped(Ended before, Tally undone, String reason) implements StepState {

        @Override
        public Tally tally() {
            return before.tally();
        }
    }
}
