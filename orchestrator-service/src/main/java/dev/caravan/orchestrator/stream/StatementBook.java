package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.messaging.Statement;
import dev.caravan.orchestrator.run.RunEvent;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.Optional;

/// What people said about steps: kept for the views, because the core forgets what it no longer needs.
final class StatementBook {

    private static final StoredForm<Statement> FORM = new StoredForm<>(Statement.class);

    private final StagedStore statements;

    StatementBook(StagedStore statements) {
        this.statements = statements;
    }

    Statement of(RunId run, StepId step) {
        return statements.get(StoreKey.of(run, step)).map(FORM::decode).orElse(Statement.NONE);
    }

    /// Notes what the event says that people said.
    void note(RunId run, RunEvent event) {
        said(run, event).ifPresent(said -> statements.put(StoreKey.of(run, said.step()), FORM.encode(said.what())));
    }

    private record Said(StepId step, Statement what) {}

    private Optional<Said> said(RunId run, RunEvent event) {
        return switch (event) {
            case RunEvent.GateOpened opened -> Optional.of(new Said(opened.step(), Statement.NONE));
            case RunEvent.GateApproved approved ->
                Optional.of(new Said(
                        approved.step(),
                        of(run, approved.step()).approvedBy(approved.by().name())));
            case RunEvent.GateRejected rejected ->
                Optional.of(new Said(
                        rejected.step(),
                        of(run, rejected.step()).answered(rejected.by().name(), rejected.reason(), "")));
            case RunEvent.TaskAnswered answered ->
                Optional.of(new Said(
                        answered.step(),
                        Statement.NONE.answered(answered.by().name(), answered.answer(), answered.evidence())));
            case RunEvent.StepSkipped skipped ->
                Optional.of(new Said(
                        skipped.step(),
                        of(run, skipped.step()).answered(skipped.by().name(), skipped.reason(), "")));
            case RunEvent other -> Optional.empty();
        };
    }
}
