package dev.caravan.orchestrator.console.changes;

import dev.caravan.orchestrator.console.documents.ActedOn;
import dev.caravan.orchestrator.console.documents.LedgerDocument;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import dev.caravan.orchestrator.ledger.LedgerQueries.Answer;
import dev.caravan.orchestrator.ledger.LedgerQueries.Query;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Answers what a run changed; asks the instance that keeps the run's ledger.
public final class LedgerDesk {

    private final LedgerQueries ledger;
    private final Places places;
    private final OtherInstances others;

    LedgerDesk(LedgerQueries ledger, Places places, JsonMapper json) {
        this.ledger = ledger;
        this.places = places;
        this.others = new OtherInstances(json);
    }

    /// What people ask, as they wrote it. Throws the problem of a step that is none.
    ///
    /// @param step its id
    public static Query question(Optional<String> object, Optional<String> step, Optional<String> after, int limit) {
        return new Query(object, step.map(LedgerDesk::stepId), after, limit);
    }

    /// From whichever instance keeps the run.
    public LedgerDocument changes(String runId, Query query) throws InterruptedException {
        return switch (ledger.changes(runId, query)) {
            case Answer.Page page -> document(runId, page);
            case Answer.Unavailable(var why) -> throw Problems.unavailable(why);
            case Answer.Elsewhere(var host, var port) -> others.changes(host, port, runId, query);
        };
    }

    /// From this instance alone: what another one asks.
    public LedgerDocument changesHere(String runId, Query query) {
        return switch (ledger.changes(runId, query)) {
            case Answer.Page page -> document(runId, page);
            case Answer.Unavailable(var why) -> throw Problems.unavailable(why);
            case Answer.Elsewhere _ -> throw Problems.unavailable("the run is moving between instances");
        };
    }

    private static StepId stepId(String text) {
        try {
            return StepId.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw Problems.field("step", "is no id of a step");
        }
    }

    private LedgerDocument document(String runId, Answer.Page page) {
        var actedOn = places.of(runId);
        return new LedgerDocument(
                page.lines().stream()
                        .map(line -> LedgerDocument.Line.of(
                                line, actedOn.getOrDefault(line.step().text(), ActedOn.NOTHING)))
                        .toList(),
                page.next().orElse(null));
    }
}
