package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.views.InputOutcome;
import dev.caravan.orchestrator.console.writes.Requests.Receipt;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/// Answers a write: 202 while nobody knows what becomes of it, 200 when it is folded, 409 when it is refused.
final class Receipts {

    private Receipts() {}

    /// @param inputId what to ask for at `/api/runs/{id}/inputs/{inputId}`
    record Accepted(String inputId, String runId) {}

    static ResponseEntity<Accepted> answer(Receipt receipt) {
        var accepted = new Accepted(receipt.inputId(), receipt.runId());
        var place = URI.create("/api/runs/" + receipt.runId() + "/inputs/" + receipt.inputId());
        return switch (receipt.outcome().orElse(null)) {
            case null -> ResponseEntity.accepted().location(place).body(accepted);
            case InputOutcome.Folded _ -> ResponseEntity.ok(accepted);
            case InputOutcome.Refused refusal -> throw Problems.refused(refusal);
        };
    }
}
