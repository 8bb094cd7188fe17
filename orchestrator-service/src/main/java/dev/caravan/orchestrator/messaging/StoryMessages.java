package dev.caravan.orchestrator.messaging;

import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.ledger.LineState;
import dev.caravan.orchestrator.run.Cause;
import dev.caravan.orchestrator.run.Charter;
import dev.caravan.orchestrator.run.Conflict;
import dev.caravan.orchestrator.run.DomainName;
import dev.caravan.orchestrator.run.RunEvent;
import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.run.AttemptFailed;
import dev.caravan.schemas.run.BackOutStarted;
import dev.caravan.schemas.run.ChangeState;
import dev.caravan.schemas.run.GateApproved;
import dev.caravan.schemas.run.GateOpened;
import dev.caravan.schemas.run.GateRejected;
import dev.caravan.schemas.run.InputRefused;
import dev.caravan.schemas.run.ObjectChanged;
import dev.caravan.schemas.run.PlanReady;
import dev.caravan.schemas.run.RunBackedOut;
import dev.caravan.schemas.run.RunCompleted;
import dev.caravan.schemas.run.RunContext;
import dev.caravan.schemas.run.RunCreated;
import dev.caravan.schemas.run.RunFailed;
import dev.caravan.schemas.run.RunParked;
import dev.caravan.schemas.run.RunPaused;
import dev.caravan.schemas.run.RunResumed;
import dev.caravan.schemas.run.RunUnparked;
import dev.caravan.schemas.run.StepFailed;
import dev.caravan.schemas.run.StepKept;
import dev.caravan.schemas.run.StepLate;
import dev.caravan.schemas.run.StepNotNeeded;
import dev.caravan.schemas.run.StepScheduled;
import dev.caravan.schemas.run.StepSkipped;
import dev.caravan.schemas.run.StepStarted;
import dev.caravan.schemas.run.StepSucceeded;
import dev.caravan.schemas.run.StepUndone;
import dev.caravan.schemas.run.T0Moved;
import dev.caravan.schemas.run.TaskAnswered;
import dev.caravan.schemas.run.TaskOpened;
import dev.caravan.schemas.run.UndoFailed;
import dev.caravan.schemas.run.UndoStarted;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/// What a run tells the world, as the records of `caravan.run.events` and `caravan.run.changes`.
public final class StoryMessages {

    private StoryMessages() {}

    /// Who tells what, when and why.
    ///
    /// @param eventId unique; the same when the same input is folded again after a crash
    /// @param sequence from 1 without a gap on its topic
    public static RunContext context(String eventId, long sequence, Charter charter, Cause cause) {
        return new RunContext(
                eventId, charter.id().text(), sequence, charter.customerId().text(), cause.at(), cause.id());
    }

    /// The record of `caravan.run.events`.
    public static SpecificRecord written(RunEvent event, RunContext context) {
        return switch (event) {
            case RunEvent.RunCreated it -> runCreated(it, context);
            case RunEvent.InputRefused it ->
                new InputRefused(
                        context,
                        it.inputId().text(),
                        it.refusal().code().toString(),
                        it.refusal().reason());
            case RunEvent.T0Moved it ->
                new T0Moved(context, it.t0(), it.reason(), it.by().name(), it.isConfirmed());
            case RunEvent.StepScheduled it ->
                new StepScheduled(context, it.step().text(), it.due());
            case RunEvent.StepStarted it ->
                new StepStarted(context, it.step().text(), it.kind(), it.guide(), it.attempt());
            case RunEvent.StepSucceeded it ->
                new StepSucceeded(context, it.step().text(), it.guide(), it.objects(), it.changes());
            case RunEvent.StepFailed it -> new StepFailed(context, it.step().text(), it.guide(), it.reason());
            case RunEvent.StepLate it -> new StepLate(context, it.step().text(), it.guide(), it.by(), it.expected());
            case RunEvent.StepSkipped it ->
                new StepSkipped(
                        context,
                        it.step().text(),
                        it.guide(),
                        it.reason(),
                        it.by().name());
            case RunEvent.StepNotNeeded it ->
                new StepNotNeeded(
                        context, it.step().text(), it.guide(), it.condition().cel());
            case RunEvent.AttemptFailed it ->
                new AttemptFailed(context, it.step().text(), it.chunk(), it.attempt(), it.isTransient(), it.reason());
            case RunEvent.PlanReady it -> new PlanReady(context, it.step().text(), it.planHash(), it.changes());
            case RunEvent.GateOpened it -> new GateOpened(context, it.step().text(), it.question(), it.approvals());
            case RunEvent.GateApproved it ->
                new GateApproved(
                        context,
                        it.step().text(),
                        it.by().name(),
                        it.missing(),
                        RequestMessages.decisions(it.decisions()));
            case RunEvent.GateRejected it ->
                new GateRejected(context, it.step().text(), it.by().name(), it.reason());
            case RunEvent.TaskOpened it ->
                new TaskOpened(context, it.step().text(), it.assignee().toString(), it.instructions(), it.evidence());
            case RunEvent.TaskAnswered it ->
                new TaskAnswered(context, it.step().text(), it.by().name(), it.answer(), it.evidence());
            case RunEvent.RunPaused it -> new RunPaused(context, it.by().name(), it.reason());
            case RunEvent.RunResumed it -> new RunResumed(context, it.by().name());
            case RunEvent.RunFailed it -> new RunFailed(context, it.step().text(), it.reason());
            case RunEvent.RunCompleted _ -> new RunCompleted(context);
            case RunEvent.BackOutStarted it ->
                new BackOutStarted(context, it.by().name(), it.reason(), it.losses());
            case RunEvent.UndoStarted it -> new UndoStarted(context, it.step().text(), it.guide(), it.attempt());
            case RunEvent.StepUndone it ->
                new StepUndone(context, it.step().text(), it.guide(), it.changes(), conflicts(it.conflicts()));
            case RunEvent.StepKept it -> new StepKept(context, it.step().text(), it.guide(), it.reason());
            case RunEvent.UndoFailed it -> new UndoFailed(context, it.step().text(), it.guide(), it.reason());
            case RunEvent.RunBackedOut _ -> new RunBackedOut(context);
            case RunEvent.RunParked it ->
                new RunParked(
                        context,
                        it.fault().why(),
                        it.fault().topic(),
                        it.fault().partition(),
                        it.fault().offset());
            case RunEvent.RunUnparked it -> new RunUnparked(context, it.by().name());
        };
    }

    /// The record of `caravan.run.changes`: a line of the ledger as it is now.
    ///
    /// @param account that the object belongs to; empty where the step acts on none
    public static ObjectChanged written(LedgerLine line, String account, RunContext context) {
        return new ObjectChanged(context, line.step().text(), state(line.state()), change(line.change()), account);
    }

    static Change change(dev.caravan.kit.plan.Change change) {
        return new Change(
                change.kind(), change.id(), change.property(), change.before(), change.after(), change.sentence());
    }

    private static ChangeState state(LineState state) {
        return switch (state) {
            case PLANNED -> ChangeState.PLANNED;
            case APPLIED -> ChangeState.APPLIED;
            case UNDONE -> ChangeState.UNDONE;
            case CONFLICT -> ChangeState.CONFLICT;
        };
    }

    private static RunCreated runCreated(RunEvent.RunCreated it, RunContext context) {
        var charter = it.charter();
        return new RunCreated(
                context,
                charter.title(),
                charter.runbook().text(),
                charter.runbookHash(),
                charter.requestedBy().name(),
                charter.domains().stream().map(DomainName::text).toList(),
                charter.zone().getId(),
                it.t0());
    }

    private static List<dev.caravan.schemas.common.Conflict> conflicts(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(c -> new dev.caravan.schemas.common.Conflict(
                        c.kind(), c.id(), c.property(), c.observed(), c.sentence()))
                .toList();
    }
}
