package dev.caravan.orchestrator.console.rest;

import static dev.caravan.orchestrator.console.rest.Checks.TEXT_LENGTH_MAX;

import dev.caravan.orchestrator.console.http.Patience;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.rest.Bodies.NewT0;
import dev.caravan.orchestrator.console.rest.Bodies.Reason;
import dev.caravan.orchestrator.console.rest.Receipts.Accepted;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.console.writes.Caller;
import dev.caravan.orchestrator.console.writes.Requests;
import dev.caravan.schemas.inputs.BackOutRun;
import dev.caravan.schemas.inputs.InputContext;
import dev.caravan.schemas.inputs.MoveT0;
import dev.caravan.schemas.inputs.PauseRun;
import dev.caravan.schemas.inputs.ResumeRun;
import dev.caravan.schemas.inputs.UnparkRun;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes requests to a run as a whole.
@RestController
@RequestMapping("/api/runs/{runId}")
@Tag(name = "Requests to a run")
class RunRequestsController {

    private final RunViews views;
    private final Requests requests;

    RunRequestsController(RunViews views, Requests requests) {
        this.views = views;
        this.requests = requests;
    }

    @PostMapping("/pause")
    @Operation(summary = "Pause at the next safe point")
    ResponseEntity<Accepted> pause(
            @PathVariable String runId, @RequestBody Reason body, Caller caller, Patience patience)
            throws InterruptedException {
        return withReason(runId, body, caller, patience, PauseRun::new);
    }

    @PostMapping("/resume")
    @Operation(summary = "Go on after a pause")
    ResponseEntity<Accepted> resume(@PathVariable String runId, Caller caller, Patience patience)
            throws InterruptedException {
        return put(runId, caller, patience, ResumeRun::new);
    }

    @PostMapping("/back-out")
    @Operation(summary = "Take back what the run has changed")
    ResponseEntity<Accepted> backOut(
            @PathVariable String runId, @RequestBody Reason body, Caller caller, Patience patience)
            throws InterruptedException {
        return withReason(runId, body, caller, patience, BackOutRun::new);
    }

    @PostMapping("/unpark")
    @Operation(summary = "Let a parked run go on where it stood")
    ResponseEntity<Accepted> unpark(
            @PathVariable String runId, @RequestBody Reason body, Caller caller, Patience patience)
            throws InterruptedException {
        return withReason(runId, body, caller, patience, UnparkRun::new);
    }

    @PostMapping("/t0")
    @Operation(summary = "Move T0; open timers follow")
    ResponseEntity<Accepted> moveT0(
            @PathVariable String runId, @RequestBody NewT0 body, Caller caller, Patience patience)
            throws InterruptedException {
        var checks = new Checks();
        var t0 = checks.instant("t0", body.t0());
        var reason = checks.said("reason", body.reason(), TEXT_LENGTH_MAX);
        checks.requireNone();
        return put(runId, caller, patience, context -> new MoveT0(context, t0, reason));
    }

    private ResponseEntity<Accepted> withReason(
            String runId,
            Reason body,
            Caller caller,
            Patience patience,
            BiFunction<InputContext, String, SpecificRecord> request)
            throws InterruptedException {
        var reason = Checks.reason(body);
        return put(runId, caller, patience, context -> request.apply(context, reason));
    }

    private ResponseEntity<Accepted> put(
            String runId, Caller caller, Patience patience, Function<InputContext, SpecificRecord> request)
            throws InterruptedException {
        if (views.run(runId).isEmpty()) {
            throw Problems.notFound("run", runId);
        }
        return Receipts.answer(requests.put(runId, caller, patience.time(), request));
    }
}
