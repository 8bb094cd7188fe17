package dev.caravan.orchestrator.console.changes;

import dev.caravan.orchestrator.console.documents.LedgerDocument;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import dev.caravan.orchestrator.ledger.LedgerQueries.Answer;
import dev.caravan.orchestrator.ledger.LedgerQueries.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers what a run changed; asks the instance that keeps the run's ledger.
@Component
public final class LedgerDesk {

    private final LedgerQueries ledger;
    private final OtherInstances others;

    LedgerDesk(LedgerQueries ledger, JsonMapper json) {
        this.ledger = ledger;
        this.others = new OtherInstances(json);
    }

    /// From whichever instance keeps the run.
    public LedgerDocument changes(String runId, Query query) throws InterruptedException {
        return switch (ledger.changes(runId, query)) {
            case Answer.Page page -> document(page);
            case Answer.Unavailable(var why) -> throw Problems.unavailable(why);
            case Answer.Elsewhere(var host, var port) -> others.changes(host, port, runId, query);
        };
    }

    /// From this instance alone: what another one asks.
    public LedgerDocument changesHere(String runId, Query query) {
        return switch (ledger.changes(runId, query)) {
            case Answer.Page page -> document(page);
            case Answer.Unavailable(var why) -> throw Problems.unavailable(why);
            case Answer.Elsewhere _ -> throw Problems.unavailable("the run is moving between instances");
        };
    }

    private static LedgerDocument document(Answer.Page page) {
        return new LedgerDocument(
                page.lines().stream().map(LedgerDocument.Line::of).toList(),
                page.next().orElse(null));
    }
}
