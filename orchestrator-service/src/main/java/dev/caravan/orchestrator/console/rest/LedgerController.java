package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.documents.LedgerDocument;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import dev.caravan.orchestrator.ledger.LedgerQueries.Answer;
import dev.caravan.orchestrator.runbook.StepId;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers what a run changed, and why an object looks as it does; asks the instance that keeps the run's ledger.
@RestController
@Tag(name = "Runs")
class LedgerController {

    private static final int LINES_MAX = 1_000;
    private static final String LINES_UNSAID = "200";

    private final RunViews views;
    private final LedgerQueries ledger;
    private final OtherInstances others;

    LedgerController(RunViews views, LedgerQueries ledger, OtherInstances others) {
        this.views = views;
        this.ledger = ledger;
        this.others = others;
    }

    @GetMapping(path = "/api/runs/{runId}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What the run changed: per object and property, before and after")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LedgerDocument.class)))
    ResponseEntity<?> changes(
            @PathVariable String runId,
            @RequestParam(required = false) Optional<String> object,
            @RequestParam(required = false) Optional<String> step,
            @RequestParam(required = false) Optional<String> after,
            @RequestParam(defaultValue = LINES_UNSAID) int limit)
            throws InterruptedException {
        if (views.run(runId).isEmpty()) {
            throw Problems.notFound("run", runId);
        }
        var query = query(object, step, after, limit);
        return switch (ledger.changes(runId, query)) {
            case Answer.Page page -> ResponseEntity.ok(document(page));
            case Answer.Unavailable(var why) -> throw Problems.unavailable(why);
            case Answer.Elsewhere(var host, var port) -> others.changes(host, port, runId, query);
        };
    }

    /// For other instances: what this one keeps.
    @Hidden
    @GetMapping(path = "/internal/runs/{runId}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    LedgerDocument changesHere(
            @PathVariable String runId,
            @RequestParam(required = false) Optional<String> object,
            @RequestParam(required = false) Optional<String> step,
            @RequestParam(required = false) Optional<String> after,
            @RequestParam(defaultValue = LINES_UNSAID) int limit) {
        return switch (ledger.changes(runId, query(object, step, after, limit))) {
            case Answer.Page page -> document(page);
            case Answer.Unavailable(var why) -> throw Problems.unavailable(why);
            case Answer.Elsewhere _ -> throw Problems.unavailable("the run is moving between instances");
        };
    }

    private static LedgerQueries.Query query(
            Optional<String> object, Optional<String> step, Optional<String> after, int limit) {
        return new LedgerQueries.Query(
                object, step.map(LedgerController::stepId), after, Limits.checked(limit, LINES_MAX));
    }

    private static LedgerDocument document(Answer.Page page) {
        return new LedgerDocument(
                page.lines().stream().map(LedgerDocument.Line::of).toList(),
                page.next().orElse(null));
    }

    private static StepId stepId(String text) {
        try {
            return StepId.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw Problems.field("step", "is no id of a step");
        }
    }
}
