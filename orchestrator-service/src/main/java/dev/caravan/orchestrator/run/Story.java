package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/// What is told of one input: what came in, which steps ended, which began, and where the run stands now.
final class Story {

    private final Itinerary itinerary;
    private final Questions questions;

    Story(Itinerary itinerary, Questions questions) {
        this.itinerary = itinerary;
        this.questions = questions;
    }

    List<RunEvent> of(Run before, Run after, RunInput input) {
        var events = new ArrayList<RunEvent>();
        if (before.equals(after)) {
            return events;
        }
        events.addAll(cameIn(before, after, input));
        events.addAll(eachChanged(before, after, (step, was) -> ended(step, was, after, input)));
        events.addAll(eachChanged(before, after, (step, was) -> begun(step, was, after)));
        itinerary.steps().forEach(step -> late(step, before, after).ifPresent(events::add));
        stands(before, after).ifPresent(events::add);
        return events;
    }

    private List<RunEvent> eachChanged(Run before, Run after, BiFunction<Step, StepState, List<RunEvent>> tell) {
        var events = new ArrayList<RunEvent>();
        for (var step : itinerary.steps()) {
            var was = before.step(step.id());
            if (!Objects.equals(was, after.step(step.id()))) {
                events.addAll(tell.apply(step, was));
            }
        }
        return events;
    }

    // ---- what came in --------------------------------------------------------------------------------------------

    private List<RunEvent> cameIn(Run before, Run after, RunInput input) {
        return switch (input) {
            case RunInput.Request request ->
                after.inputs()
                        .getFirst()
                        .refusal()
                        .map(refusal -> List.<RunEvent>of(new RunEvent.InputRefused(request.inputId(), refusal)))
                        .orElseGet(() -> accepted(before, after, request));
            case RunInput.Refused answer ->
                List.of(attemptFailed(
                        answer.commandId(), Outcomes.isExpired(answer), answer.code() + ": " + answer.reason()));
            case RunInput.Failed answer ->
                List.of(attemptFailed(
                        answer.commandId(), answer.isTransient(), answer.code() + ": " + answer.reason()));
            case RunInput.TimerFired fired
            when fired.timer() instanceof TimerName.Outcome lost ->
                List.of(attemptFailed(
                        new CommandId(after.id(), lost.errand(), lost.chunk(), lost.attempt()),
                        true,
                        Outcomes.lostReason(fired.at())));
            case RunInput.FaultFound found -> List.of(new RunEvent.RunParked(found.fault()));
            case RunInput.PlanTold _,
                    RunInput.Done _,
                    RunInput.Continued _,
                    RunInput.NotYet _,
                    RunInput.ChunkCut _,
                    RunInput.TimerFired _ -> List.of();
        };
    }

    private static RunEvent attemptFailed(CommandId id, boolean isTransient, String reason) {
        return new RunEvent.AttemptFailed(id.errand().step(), id.chunk(), id.attempt(), isTransient, reason);
    }

    private List<RunEvent> accepted(Run before, Run after, RunInput.Request request) {
        return switch (request) {
            case RunInput.Created created -> List.of(new RunEvent.RunCreated(after.charter(), created.t0()));
            case RunInput.GateApproved approved -> approved(before, after, approved);
            case RunInput.GateRejected rejected ->
                List.of(new RunEvent.GateRejected(rejected.step(), rejected.by(), rejected.reason()));
            case RunInput.TaskAnswered answered ->
                List.of(new RunEvent.TaskAnswered(
                        answered.step(), answered.by(), answered.answer(), answered.evidence()));
            case RunInput.Paused paused -> List.of(new RunEvent.RunPaused(paused.by(), paused.reason()));
            case RunInput.Resumed resumed -> List.of(new RunEvent.RunResumed(resumed.by()));
            case RunInput.BackOutRequested backOut ->
                List.of(new RunEvent.BackOutStarted(
                        backOut.by(), backOut.reason(), BackOuts.losses(before, itinerary)));
            case RunInput.T0Moved moved ->
                List.of(new RunEvent.T0Moved(
                        moved.t0(), moved.reason(), moved.by(), after.cutover().isConfirmed()));
            case RunInput.Unparked unparked -> List.of(new RunEvent.RunUnparked(unparked.by()));
            case RunInput.StepRetried _, RunInput.StepSkipped _ -> List.of();
        };
    }

    private List<RunEvent> approved(Run before, Run after, RunInput.GateApproved request) {
        if (!(before.step(request.step()) instanceof StepState.GateOpen open)
                || !(itinerary.step(request.step()).work() instanceof Work.Gate gate)) {
            return List.of();
        }
        var missing = gate.approvals() - open.approvedBy().size() - 1;
        var approved = new RunEvent.GateApproved(request.step(), request.by(), missing, request.decisions());
        return missing == 0 && gate.confirmsT0()
                ? List.of(
                        approved,
                        new RunEvent.T0Moved(
                                after.cutover().t0(), "confirmed at gate " + request.step(), request.by(), true))
                : List.of(approved);
    }

    // ---- which steps ended ---------------------------------------------------------------------------------------

    private List<RunEvent> ended(Step step, StepState was, Run after, RunInput input) {
        var id = step.id();
        return switch (after.step(id)) {
            case StepState.Succeeded now
            when !(was instanceof StepState.Succeeded) ->
                List.of(new RunEvent.StepSucceeded(
                        id, step.guide(), now.tally().objects(), now.tally().changes()));
            case StepState.Failed now
            when isNew(was, now) -> List.of(new RunEvent.StepFailed(id, step.guide(), now.reason()));
            case StepState.Skipped now
            when !(was instanceof StepState.Skipped) ->
                by(input)
                        .map(by -> new RunEvent.StepSkipped(id, step.guide(), now.reason(), by))
                        .<List<RunEvent>>map(List::of)
                        .orElse(List.of());
            case StepState.NotNeeded _
            when !(was instanceof StepState.NotNeeded) ->
                step.when()
                        .map(condition -> new RunEvent.StepNotNeeded(id, step.guide(), condition))
                        .<List<RunEvent>>map(List::of)
                        .orElse(List.of());
            case StepState.Undone now ->
                List.of(new RunEvent.StepUndone(
                        id,
                        step.guide(),
                        now.progress().tally().changes(),
                        now.progress().tally().conflicts()));
            case StepState.UndoFailed now
            when !(was instanceof StepState.UndoFailed) ->
                List.of(new RunEvent.UndoFailed(id, step.guide(), now.reason()));
            case StepState.UndoSkipped now
            when isKept(was) -> List.of(new RunEvent.StepKept(id, step.guide(), now.reason()));
            case StepState.UndoSkipped now
            when !(was instanceof StepState.UndoSkipped) ->
                by(input)
                        .map(by -> new RunEvent.StepSkipped(id, step.guide(), "undo skipped: " + now.reason(), by))
                        .<List<RunEvent>>map(List::of)
                        .orElse(List.of());
            case StepState other -> List.of();
        };
    }

    /// Nobody has skipped the undo: its condition did not hold.
    private static boolean isKept(StepState was) {
        return !(was instanceof StepState.UndoOpen
                || was instanceof StepState.UndoFailed
                || was instanceof StepState.UndoSkipped);
    }

    // A plan told late only changes the counts of a failure that has been told.
    private static boolean isNew(StepState was, StepState.Failed now) {
        return !(was instanceof StepState.Failed before)
                || !before.told(now.tally()).equals(now);
    }

    private static Optional<Person> by(RunInput input) {
        return input instanceof RunInput.Request request ? Optional.of(request.by()) : Optional.empty();
    }

    // ---- which steps began ---------------------------------------------------------------------------------------

    private List<RunEvent> begun(Step step, StepState was, Run after) {
        var now = after.step(step.id());
        var events = new ArrayList<RunEvent>();
        if (now instanceof StepState.Begun begun && !isSameRound(was, begun)) {
            events.add(new RunEvent.StepStarted(
                    step.id(), step.work().kind(), step.guide(), begun.round().number()));
        }
        if (now instanceof StepState.Undoing undoing && !isSameRound(was, undoing)) {
            events.add(new RunEvent.UndoStarted(step.id(), step.guide(), undoing.round()));
        }
        if (now instanceof StepState.UndoOpen && !(was instanceof StepState.UndoOpen)) {
            events.add(new RunEvent.UndoStarted(step.id(), step.guide(), 1));
            events.addAll(taskOpened(step, after));
        }
        events.addAll(opened(step, was, now, after));
        return events;
    }

    /// Told once, when it becomes known.
    private static Optional<RunEvent> late(Step step, Run before, Run after) {
        return Moments.late(step, before).isPresent()
                ? Optional.empty()
                : Moments.late(step, after)
                        .flatMap(expected -> Moments.latest(step, after)
                                .map(by -> new RunEvent.StepLate(step.id(), step.guide(), by, expected)));
    }

    private static boolean isSameRound(StepState was, StepState.Begun now) {
        return was instanceof StepState.Begun before
                && before.round().number() == now.round().number();
    }

    private static boolean isSameRound(StepState was, StepState.Undoing now) {
        return was instanceof StepState.Undoing before && before.round() == now.round();
    }

    private List<RunEvent> opened(Step step, StepState was, StepState now, Run after) {
        return switch (now) {
            case StepState.Scheduled scheduled
            when !(was instanceof StepState.Scheduled before && before.due().equals(scheduled.due())) ->
                List.of(new RunEvent.StepScheduled(step.id(), scheduled.due()));
            case StepState.GateOpen open
            when step.work() instanceof Work.Gate gate && asksAnew(was, open) -> gateOpened(step, gate, open, after);
            case StepState.TaskOpen _ when !(was instanceof StepState.TaskOpen) -> taskOpened(step, after);
            case StepState other -> List.of();
        };
    }

    private static List<RunEvent> taskOpened(Step step, Run after) {
        return OpenTask.of(step, after)
                .<List<RunEvent>>map(task ->
                        List.of(new RunEvent.TaskOpened(step.id(), task.assignee(), task.text(), task.evidence())))
                .orElse(List.of());
    }

    private static boolean asksAnew(StepState was, StepState.GateOpen now) {
        return !(was instanceof StepState.GateOpen before)
                || before.approvedBy().size() > now.approvedBy().size();
    }

    private List<RunEvent> gateOpened(Step step, Work.Gate gate, StepState.GateOpen open, Run after) {
        var opened = new RunEvent.GateOpened(step.id(), questions.of(step, after), gate.approvals());
        var plan = open.plan();
        return plan.equals(PlanDigest.NONE)
                ? List.of(opened)
                : List.of(new RunEvent.PlanReady(step.id(), plan.hash(), plan.changes()), opened);
    }

    // ---- where the run stands ------------------------------------------------------------------------------------

    private Optional<RunEvent> stands(Run before, Run after) {
        if (before.state().equals(after.state())) {
            return Optional.empty();
        }
        return switch (after.state()) {
            case RunState.Failed _ ->
                itinerary.steps().stream()
                        .flatMap(step -> after.step(step.id()) instanceof StepState.Failed failed
                                ? Optional.<RunEvent>of(new RunEvent.RunFailed(step.id(), failed.reason())).stream()
                                : Optional.<RunEvent>empty().stream())
                        .findFirst();
            case RunState.Completed _ -> Optional.of(new RunEvent.RunCompleted());
            case RunState.BackedOut _ -> Optional.of(new RunEvent.RunBackedOut());
            case RunState.Running _,
                    RunState.Failing _,
                    RunState.Paused _,
                    RunState.BackingOut _,
                    RunState.BackOutPaused _,
                    RunState.BackOutFailed _,
                    RunState.Parked _ -> Optional.empty();
        };
    }
}
