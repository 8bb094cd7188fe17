package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.run.Refusal.Code;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which requests are not legal, and why.
final class Refusals {

    private static final Optional<Refusal> NONE = Optional.empty();

    private final Itinerary itinerary;
    private final Asked asked;
    private final Calendar calendar;

    Refusals(Itinerary itinerary, Asked asked, Calendar calendar) {
        this.itinerary = itinerary;
        this.asked = asked;
        this.calendar = calendar;
    }

    Optional<Refusal> of(Run run, RunInput.Request request) {
        if (request instanceof RunInput.StepRequest concerned
                && itinerary.find(concerned.step()).isEmpty()) {
            return refuse(Code.UNKNOWN_STEP, "the runbook has no step " + concerned.step());
        }
        return switch (request) {
            case RunInput.Created _ -> NONE;
            case RunInput.BackOutRequested backOut -> backOut(run, backOut);
            case RunInput.Unparked unparked -> unparked(run, unparked);
            case RunInput.Request other -> standing(run).or(() -> whileStanding(run, other));
        };
    }

    private Optional<Refusal> whileStanding(Run run, RunInput.Request request) {
        return switch (request) {
            case RunInput.GateApproved approved -> onWayBack(run).or(() -> approved(run, approved));
            case RunInput.GateRejected rejected -> onWayBack(run).or(() -> rejected(run, rejected));
            case RunInput.TaskAnswered answered -> answered(run, answered);
            case RunInput.T0Moved moved -> onWayBack(run).or(() -> reason(moved.reason()));
            case RunInput.StepRetried retried -> retried(run, retried);
            case RunInput.StepSkipped skipped -> skipped(run, skipped).or(() -> reason(skipped.reason()));
            case RunInput.Paused _ ->
                require(
                        run.state() instanceof RunState.Acting,
                        Code.NOT_RUNNING,
                        "the run is " + Words.of(run.state()));
            case RunInput.Resumed _ ->
                require(
                        run.state() instanceof RunState.Paused || run.state() instanceof RunState.BackOutPaused,
                        Code.NOT_PAUSED,
                        "the run is " + Words.of(run.state()));
            case RunInput.Created _, RunInput.BackOutRequested _, RunInput.Unparked _ -> NONE;
        };
    }

    /// The run does not stand, or stands still.
    private static Optional<Refusal> standing(Run run) {
        return switch (run.state()) {
            case RunState.Completed _, RunState.BackedOut _ ->
                refuse(Code.ENDED, "the run is " + Words.of(run.state()));
            case RunState.Parked parked -> refuse(Code.PARKED, parked.fault().why());
            case RunState.Running _,
                    RunState.Failing _,
                    RunState.Failed _,
                    RunState.Paused _,
                    RunState.BackingOut _,
                    RunState.BackOutPaused _,
                    RunState.BackOutFailed _ -> NONE;
        };
    }

    private static Optional<Refusal> onWayBack(Run run) {
        return require(
                run.state() instanceof RunState.Forward, Code.ALREADY_BACKING_OUT, "the run is being backed out");
    }

    private static Optional<Refusal> backOut(Run run, RunInput.BackOutRequested request) {
        var state = run.state() instanceof RunState.Parked parked ? parked.was() : run.state();
        return switch (state) {
            case RunState.BackedOut _ -> refuse(Code.ENDED, "the run is backed out");
            case RunState.Forward _ -> reason(request.reason());
            case RunState other -> refuse(Code.ALREADY_BACKING_OUT, "the run is being backed out");
        };
    }

    private static Optional<Refusal> unparked(Run run, RunInput.Unparked request) {
        return require(run.state() instanceof RunState.Parked, Code.NOT_PARKED, "the run is " + Words.of(run.state()))
                .or(() -> reason(request.reason()));
    }

    private Optional<Refusal> rejected(Run run, RunInput.GateRejected request) {
        return require(run.step(request.step()) instanceof StepState.GateOpen, Code.NOT_OPEN, closed(run, request))
                .or(() -> reason(request.reason()));
    }

    private Optional<Refusal> answered(Run run, RunInput.TaskAnswered request) {
        return switch (run.step(request.step())) {
            case StepState.TaskOpen _ ->
                onWayBack(run).or(() -> unproven(run, request)).or(() -> unasked(run, request));
            case StepState.UndoOpen _ -> unproven(run, request).or(() -> alreadyRecorded(request));
            case StepState other -> onWayBack(run).or(() -> refuse(Code.NOT_OPEN, closed(run, request)));
        };
    }

    private Optional<Refusal> unproven(Run run, RunInput.TaskAnswered request) {
        var asked = OpenTask.of(itinerary.step(request.step()), run).map(OpenTask::evidence);
        return require(
                asked.orElse("").isEmpty() || !request.evidence().isBlank(),
                Code.NO_EVIDENCE,
                "the task asks for evidence: " + asked.orElse(""));
    }

    private Optional<Refusal> unasked(Run run, RunInput.TaskAnswered request) {
        var asked = itinerary.acts(run, request.step()).changes().toList();
        return request.touched().stream()
                .filter(touched -> asked.stream().noneMatch(change -> touched.isOf(change)))
                .findFirst()
                .flatMap(touched -> refuse(Code.NOT_ASKED, "the task asks for no change of " + touched));
    }

    private static Optional<Refusal> alreadyRecorded(RunInput.TaskAnswered request) {
        return require(
                request.touched().isEmpty(),
                Code.NOT_ASKED,
                "what is taken back is recorded already: the answer tells of no changes");
    }

    private Optional<Refusal> approved(Run run, RunInput.GateApproved request) {
        if (!(run.step(request.step()) instanceof StepState.GateOpen open)
                || !(itinerary.step(request.step()).work() instanceof Work.Gate gate)) {
            return refuse(Code.NOT_OPEN, closed(run, request));
        }
        return require(
                        open.plan().hash().equals(request.planHash()),
                        Code.STALE_PLAN,
                        "the plan to approve is '" + open.plan().hash() + "'")
                .or(() -> approver(run, gate, open, request.by()))
                .or(() -> decisions(run, gate, open, request))
                .or(() -> tooNear(run, gate, open, request));
    }

    private static Optional<Refusal> approver(Run run, Work.Gate gate, StepState.GateOpen open, Person by) {
        if (gate.approvals() < 2) {
            return NONE;
        }
        return require(
                        !by.isSameAs(run.charter().requestedBy()),
                        Code.REQUESTER,
                        by + " has requested the run; two other people must approve")
                .or(() -> require(
                        open.approvedBy().stream().noneMatch(by::isSameAs),
                        Code.SAME_PERSON,
                        by + " has approved already; another person must"));
    }

    private Optional<Refusal> decisions(
            Run run, Work.Gate gate, StepState.GateOpen open, RunInput.GateApproved request) {
        for (var given : request.decisions().entrySet()) {
            var name = given.getKey();
            var first = open.decided().getOrDefault(name, given.getValue());
            if (!gate.decides().contains(name) || !accepts(name, given.getValue()) || !first.equals(given.getValue())) {
                return refuse(Code.BAD_DECISION, "'%s' is no answer to %s here".formatted(given.getValue(), name));
            }
        }
        var known = decided(run, open, request);
        return gate.decides().stream()
                .filter(name -> !known.containsKey(name))
                .findFirst()
                .flatMap(name -> refuse(Code.NO_DECISION, "the gate asks for a decision on " + name));
    }

    private static Map<DecisionName, String> decided(Run run, StepState.GateOpen open, RunInput.GateApproved request) {
        var known = new LinkedHashMap<>(run.decisions());
        known.putAll(open.decided());
        known.putAll(request.decisions());
        return known;
    }

    /// T0 is moved, or people say that they go on although it is too near.
    private Optional<Refusal> tooNear(Run run, Work.Gate gate, StepState.GateOpen open, RunInput.GateApproved request) {
        var then = run.withDecisions(decided(run, open, request));
        return gate.confirmsT0() && !goesOn(gate, then)
                ? calendar.tooNear(then, request.at())
                        .flatMap(near -> refuse(
                                Code.TOO_NEAR, near.sentence(run.charter().zone())))
                : NONE;
    }

    private boolean goesOn(Work.Gate gate, Run run) {
        return gate.although()
                .filter(condition -> asked.isAnswered(true, condition, run))
                .isPresent();
    }

    private boolean accepts(DecisionName name, String answer) {
        return itinerary.runbook().decisions().stream()
                .anyMatch(spec -> spec.name().equals(name) && spec.accepts(answer));
    }

    private static Optional<Refusal> retried(Run run, RunInput.StepRetried request) {
        var state = run.step(request.step());
        if (run.state() instanceof RunState.Forward) {
            return require(state instanceof StepState.Failed, Code.NOT_FAILED, closed(run, request));
        }
        return require(state instanceof StepState.UndoFailed, Code.NOT_FAILED, closed(run, request));
    }

    private Optional<Refusal> skipped(Run run, RunInput.StepSkipped request) {
        var state = run.step(request.step());
        if (!(run.state() instanceof RunState.Forward)) {
            return require(
                    state instanceof StepState.UndoFailed || state instanceof StepState.UndoOpen,
                    Code.NOT_FAILED,
                    closed(run, request));
        }
        var step = itinerary.step(request.step());
        if (step.work() instanceof Work.Gate && !(state instanceof StepState.Passed)) {
            return refuse(Code.GATE, "a gate is approved or rejected, never skipped");
        }
        if (state instanceof StepState.Working && changesThings(step)) {
            return refuse(Code.IN_FLIGHT, "step " + step.id() + " is under way: pause, or wait for its end");
        }
        return require(state instanceof StepState.Skippable, Code.NOT_OPEN, closed(run, request));
    }

    private static boolean changesThings(Step step) {
        return step.work() instanceof Work.Command;
    }

    private static String closed(Run run, RunInput.StepRequest request) {
        return "step " + request.step() + " is " + Words.of(run.step(request.step()));
    }

    private static Optional<Refusal> reason(String reason) {
        return require(!reason.isBlank(), Code.NO_REASON, "a reason is needed");
    }

    private static Optional<Refusal> require(boolean isLegal, Code code, String otherwise) {
        return isLegal ? NONE : refuse(code, otherwise);
    }

    private static Optional<Refusal> refuse(Code code, String reason) {
        return Optional.of(new Refusal(code, reason));
    }
}
