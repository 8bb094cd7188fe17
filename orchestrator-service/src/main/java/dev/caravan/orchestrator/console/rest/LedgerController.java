package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.changes.LedgerDesk;
import dev.caravan.orchestrator.console.changes.LossDesk;
import dev.caravan.orchestrator.console.documents.LedgerDocument;
import dev.caravan.orchestrator.console.documents.LossesDocument;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers what a run changed, and why an object looks as it does.
@RestController
@Tag(name = "Runs")
class LedgerController {

    private static final int LINES_MAX = 1_000;
    private static final String LINES_UNSAID = "200";

    private final RunViews views;
    private final LedgerDesk desk;
    private final LossDesk losses;

    LedgerController(RunViews views, LedgerDesk desk, LossDesk losses) {
        this.views = views;
        this.desk = desk;
        this.losses = losses;
    }

    @GetMapping("/api/runs/{runId}/changes")
    @Operation(summary = "What the run changed: per object and property, before and after")
    LedgerDocument changes(
            @PathVariable String runId,
            @RequestParam(required = false) Optional<String> object,
            @RequestParam(required = false) Optional<String> step,
            @RequestParam(required = false) Optional<String> after,
            @RequestParam(defaultValue = LINES_UNSAID) int limit)
            throws InterruptedException {
        requireExisting(runId);
        return desk.changes(runId, query(object, step, after, limit));
    }

    @GetMapping("/api/runs/{runId}/losses")
    @Operation(
            summary = "What a back-out of the run cannot, or did not, take back",
            description = "Known before the first approval, `certain` as soon as it is done; per object and property as"
                    + " far as the ledger knows them.")
    LossesDocument losses(
            @PathVariable String runId,
            @RequestParam(required = false) Optional<String> after,
            @RequestParam(defaultValue = LINES_UNSAID) int limit)
            throws InterruptedException {
        requireExisting(runId);
        return losses.losses(runId, after, Limits.checked(limit, LINES_MAX));
    }

    /// For other instances: what this one keeps.
    @Hidden
    @GetMapping("/internal/runs/{runId}/changes")
    LedgerDocument changesHere(
            @PathVariable String runId,
            @RequestParam(required = false) Optional<String> object,
            @RequestParam(required = false) Optional<String> step,
            @RequestParam(required = false) Optional<String> after,
            @RequestParam(defaultValue = LINES_UNSAID) int limit) {
        return desk.changesHere(runId, query(object, step, after, limit));
    }

    private void requireExisting(String runId) {
        if (views.run(runId).isEmpty()) {
            throw Problems.notFound("run", runId);
        }
    }

    private static LedgerQueries.Query query(
            Optional<String> object, Optional<String> step, Optional<String> after, int limit) {
        return LedgerDesk.question(object, step, after, Limits.checked(limit, LINES_MAX));
    }
}
