package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Folds what people ask, once it is known to be legal.
final class Requests {

    private static final String PLAN_CHANGED = "plan-changed";

    private final Itinerary itinerary;
    private final Calendar calendar;

    Requests(Itinerary itinerary, Calendar calendar) {
        this.itinerary = itinerary;
        this.calendar = calendar;
    }

    Run fold(Run run, RunInput.Request request) {
        return switch (request) {
            case RunInput.Created _ -> run.withDecisions(withDefaults(run.decisions()));
            case RunInput.GateApproved approved -> approved(run, approved);
            case RunInput.GateRejected rejected -> rejected(run, rejected);
            case RunInput.TaskAnswered answered -> answered(run, answered);
            case RunInput.StepRetried retried -> retried(run, retried);
            case RunInput.StepSkipped skipped -> skipped(run, skipped);
            case RunInput.Paused _ -> run.state() instanceof RunState.Acting acting ? run.with(acting.pause()) : run;
            case RunInput.Resumed _ -> resumed(run);
            case RunInput.BackOutRequested backOut -> BackOuts.begin(run, itinerary, backOut.at());
            case RunInput.T0Moved moved -> moved(run, moved);
            case RunInput.Unparked _ -> run.state() instanceof RunState.Parked parked ? run.with(parked.unpark()) : run;
        };
    }

    private Map<DecisionName, String> withDefaults(Map<DecisionName, String> given) {
        var decisions = new LinkedHashMap<DecisionName, String>();
        for (var spec : itinerary.runbook().decisions()) {
            spec.byDefault().ifPresent(answer -> decisions.put(spec.name(), answer));
        }
        decisions.putAll(given);
        return decisions;
    }

    private Run approved(Run run, RunInput.GateApproved request) {
        if (!(run.step(request.step()) instanceof StepState.GateOpen open)
                || !(itinerary.step(request.step()).work() instanceof Work.Gate gate)) {
            return run;
        }
        var approved = open.approve(request.by(), request.decisions());
        if (approved.approvedBy().size() < gate.approvals()) {
            return run.with(request.step(), approved);
        }
        var decisions = Ordered.changed(run.decisions(), all -> all.putAll(approved.decided()));
        var passed = run.with(request.step(), approved.succeed(request.at())).withDecisions(decisions);
        return gate.confirmsT0() ? passed.with(passed.cutover().confirmed()) : passed;
    }

    private static Run rejected(Run run, RunInput.GateRejected request) {
        return run.step(request.step()) instanceof StepState.GateOpen open
                ? run.with(
                        request.step(),
                        open.reject(request.at(), "rejected by " + request.by() + ": " + request.reason()))
                : run;
    }

    private Run answered(Run run, RunInput.TaskAnswered request) {
        return switch (run.step(request.step())) {
            case StepState.TaskOpen open ->
                run.with(request.step(), open.succeed(request.at(), itinerary.changes(run, request)));
            case StepState.UndoOpen open -> run.with(request.step(), open.finish(request.at()));
            case StepState other -> run;
        };
    }

    private Run retried(Run run, RunInput.StepRetried request) {
        var step = request.step();
        return switch (run.step(step)) {
            case StepState.UndoFailed failed ->
                run.with(step, failed.retry(failed.progress().retried(Optional.empty())));
            case StepState.Failed failed ->
                failed.progress()
                        .map(progress -> isStale(progress)
                                ? askAgain(run.with(step, failed.restart()), request)
                                : run.with(step, failed.retry(progress.retried(deadline(request)))))
                        .orElseGet(() -> run.with(step, failed.restart()));
            case StepState other -> run;
        };
    }

    /// What the workers would do is not what people have approved: the gate shows the new plan.
    private Run askAgain(Run run, RunInput.StepRetried request) {
        return itinerary
                .approvedBy(run, request.step())
                .map(gate ->
                        run.step(gate) instanceof StepState.Succeeded passed ? run.with(gate, passed.askAgain()) : run)
                .orElse(run);
    }

    private static boolean isStale(Progress progress) {
        return progress.chunks().stream()
                .anyMatch(chunk -> chunk.stage() instanceof Chunk.Stage.Broken broken
                        && broken.code().equals(PLAN_CHANGED));
    }

    private Optional<Instant> deadline(RunInput.StepRetried request) {
        return itinerary.step(request.step()).work() instanceof Work.Check check
                ? Optional.of(request.at().plus(check.timeout()))
                : Optional.empty();
    }

    private static Run skipped(Run run, RunInput.StepSkipped request) {
        var step = request.step();
        return switch (run.step(step)) {
            case StepState.UndoFailed failed -> run.with(step, failed.skip(request.reason()));
            case StepState.UndoOpen open -> run.with(step, open.skip(request.reason()));
            case StepState.Skippable open -> {
                var left = open.tally().hasChanges()
                        ? " (" + open.tally().changes() + " planned changes are made wholly or in part)"
                        : "";
                yield run.with(step, open.skip(request.at(), request.reason() + left));
            }
            case StepState other -> run;
        };
    }

    private static Run resumed(Run run) {
        return switch (run.state()) {
            case RunState.Paused paused -> run.with(paused.resume());
            case RunState.BackOutPaused paused -> run.with(paused.resume());
            case RunState other -> run;
        };
    }

    private Run moved(Run run, RunInput.T0Moved request) {
        var moved = run.with(run.cutover().movedTo(request.t0()));
        for (var step : itinerary.steps()) {
            moved = moved.with(step.id(), calendar.moved(step, moved.step(step.id()), moved));
        }
        return moved;
    }
}
