package dev.caravan.orchestrator.console.rest;

import static dev.caravan.orchestrator.console.rest.Checks.TEXT_LENGTH_MAX;

import dev.caravan.orchestrator.console.http.Patience;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.rest.Bodies.Approval;
import dev.caravan.orchestrator.console.rest.Bodies.Reason;
import dev.caravan.orchestrator.console.rest.Bodies.TaskAnswer;
import dev.caravan.orchestrator.console.rest.Receipts.Accepted;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.console.writes.Caller;
import dev.caravan.orchestrator.console.writes.Requests;
import dev.caravan.schemas.inputs.AnswerTask;
import dev.caravan.schemas.inputs.ApproveGate;
import dev.caravan.schemas.inputs.Decision;
import dev.caravan.schemas.inputs.InputContext;
import dev.caravan.schemas.inputs.RejectGate;
import dev.caravan.schemas.inputs.RetryStep;
import dev.caravan.schemas.inputs.SkipStep;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes requests that concern one step of a run.
@RestController
@RequestMapping("/api/runs/{runId}/steps/{stepId}")
@Tag(name = "Requests to a step")
class StepRequestsController {

    private static final int HASH_LENGTH_MAX = 200;

    private final RunViews views;
    private final Requests requests;

    StepRequestsController(RunViews views, Requests requests) {
        this.views = views;
        this.requests = requests;
    }

    @PostMapping("/approve")
    @Operation(
            summary = "Approve a gate's plan",
            description = "At a gate for two, the requester and whoever has approved already are refused (409).")
    ResponseEntity<Accepted> approve(
            @PathVariable String runId,
            @PathVariable String stepId,
            @RequestBody Approval body,
            Caller caller,
            Patience patience)
            throws InterruptedException {
        var checks = new Checks();
        var planHash = checks.bounded("planHash", body.planHash(), HASH_LENGTH_MAX);
        var decisions = checks.texts("decisions", body.decisions(), TEXT_LENGTH_MAX).entrySet().stream()
                .map(decision -> new Decision(decision.getKey(), decision.getValue()))
                .toList();
        checks.requireNone();
        requireExisting(runId, stepId);
        if (requests.isNew(runId, caller)) {
            requireFourEyes(runId, stepId, caller);
        }
        return put(runId, caller, patience, context -> new ApproveGate(context, stepId, planHash, decisions));
    }

    @PostMapping("/reject")
    @Operation(summary = "Reject a gate's plan")
    ResponseEntity<Accepted> reject(
            @PathVariable String runId,
            @PathVariable String stepId,
            @RequestBody Reason body,
            Caller caller,
            Patience patience)
            throws InterruptedException {
        var reason = Checks.reason(body);
        requireExisting(runId, stepId);
        return put(runId, caller, patience, context -> new RejectGate(context, stepId, reason));
    }

    @PostMapping("/answer")
    @Operation(
            summary = "Tell that a task is done, or on the way back that it is taken back",
            description = "`changes` tells what was found before and left after, where the task changes things: the"
                    + " ledger keeps it, and a back-out restores it. Left out, the task's acts count as done as they"
                    + " stand. On the way back nothing is to be told.")
    ResponseEntity<Accepted> answer(
            @PathVariable String runId,
            @PathVariable String stepId,
            @RequestBody TaskAnswer body,
            Caller caller,
            Patience patience)
            throws InterruptedException {
        var checks = new Checks();
        var answer = checks.bounded("answer", body.answer(), TEXT_LENGTH_MAX);
        var evidence = checks.bounded("evidence", body.evidence(), TEXT_LENGTH_MAX);
        var changes = new ChangesByHand(checks, caller.person().name()).checked(body.changes());
        checks.requireNone();
        requireExisting(runId, stepId);
        return put(runId, caller, patience, context -> new AnswerTask(context, stepId, answer, evidence, changes));
    }

    @PostMapping("/retry")
    @Operation(summary = "Try again what has failed: a step, or in a back-out its undo")
    ResponseEntity<Accepted> retry(
            @PathVariable String runId, @PathVariable String stepId, Caller caller, Patience patience)
            throws InterruptedException {
        requireExisting(runId, stepId);
        return put(runId, caller, patience, context -> new RetryStep(context, stepId));
    }

    @PostMapping("/skip")
    @Operation(summary = "Go on without a step, or in a back-out without its undo")
    ResponseEntity<Accepted> skip(
            @PathVariable String runId,
            @PathVariable String stepId,
            @RequestBody Reason body,
            Caller caller,
            Patience patience)
            throws InterruptedException {
        var reason = Checks.reason(body);
        requireExisting(runId, stepId);
        return put(runId, caller, patience, context -> new SkipStep(context, stepId, reason));
    }

    private void requireExisting(String runId, String stepId) {
        if (views.run(runId).isEmpty()) {
            throw Problems.notFound("run", runId);
        }
        if (views.step(runId, stepId).isEmpty()) {
            throw Problems.notFound("step", stepId);
        }
    }

    private void requireFourEyes(String runId, String stepId, Caller caller) {
        views.run(runId)
                .flatMap(run ->
                        views.step(runId, stepId).flatMap(gate -> FourEyes.objection(run, gate, caller.person())))
                .ifPresent(objection -> {
                    throw Problems.refused(objection);
                });
    }

    private ResponseEntity<Accepted> put(
            String runId, Caller caller, Patience patience, Function<InputContext, SpecificRecord> request)
            throws InterruptedException {
        return Receipts.answer(requests.put(runId, caller, patience.time(), request));
    }
}
