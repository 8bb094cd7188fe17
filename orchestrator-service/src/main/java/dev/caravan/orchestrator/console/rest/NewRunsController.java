package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.http.Patience;
import dev.caravan.orchestrator.console.rest.Bodies.NewRun;
import dev.caravan.orchestrator.console.rest.Receipts.Accepted;
import dev.caravan.orchestrator.console.runbooks.RunbookShelf;
import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.console.writes.Caller;
import dev.caravan.orchestrator.console.writes.Requests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Creates runs.
@RestController
@Tag(name = "Runs")
class NewRunsController {

    private final Connections connections;
    private final Requests requests;
    private final RunbookShelf shelf;

    NewRunsController(Connections connections, Requests requests, RunbookShelf shelf) {
        this.connections = connections;
        this.requests = requests;
        this.shelf = shelf;
    }

    @PostMapping("/api/runs")
    @Operation(
            summary = "Create a run",
            description =
                    "A broken runbook answers 422 with all its problems, a broken request 400 with all its fields.")
    ResponseEntity<Accepted> create(@RequestBody NewRun body, Caller caller, Patience patience)
            throws InterruptedException {
        var runId = caller.idFor("run");
        if (!requests.isNew(runId, caller)) {
            return Receipts.answer(requests.replay(runId, caller));
        }
        var text = RunbookTexts.chosen(shelf, body.runbook(), body.runbookYaml(), body.runbookFile());
        var created = new NewRunCheck(RunbookTexts.readable(shelf, text), text.yaml(), connections).checked(body);
        return Receipts.answer(requests.put(runId, caller, patience.time(), created::apply));
    }
}
