package dev.caravan.orchestrator.messaging;

import dev.caravan.orchestrator.run.AccountId;
import dev.caravan.orchestrator.run.Cause;
import dev.caravan.orchestrator.run.ConnectionId;
import dev.caravan.orchestrator.run.ConnectionRef;
import dev.caravan.orchestrator.run.CustomerId;
import dev.caravan.orchestrator.run.DomainName;
import dev.caravan.orchestrator.run.InputId;
import dev.caravan.orchestrator.run.Person;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.run.RunInput;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.UnreadableRecord;
import dev.caravan.schemas.inputs.AnswerTask;
import dev.caravan.schemas.inputs.ApproveGate;
import dev.caravan.schemas.inputs.BackOutRun;
import dev.caravan.schemas.inputs.ConnectionRole;
import dev.caravan.schemas.inputs.CreateRun;
import dev.caravan.schemas.inputs.Decision;
import dev.caravan.schemas.inputs.InputContext;
import dev.caravan.schemas.inputs.MoveT0;
import dev.caravan.schemas.inputs.PauseRun;
import dev.caravan.schemas.inputs.RejectGate;
import dev.caravan.schemas.inputs.ResumeRun;
import dev.caravan.schemas.inputs.RetryStep;
import dev.caravan.schemas.inputs.SkipStep;
import dev.caravan.schemas.inputs.UnparkRun;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// The records of `caravan.run.inputs` and the requests of the core.
public final class RequestMessages {

    private RequestMessages() {}

    /// Reads a request that was taken in at that instant.
    ///
    /// Throws [UnreadableRecord] for a record that is no request, and `IllegalArgumentException` or
    /// `DateTimeException` naming the value that is none.
    public static Asked read(SpecificRecord record, Instant at) {
        return switch (record) {
            case CreateRun create -> created(create, at);
            case ApproveGate it ->
                new Reader(it.getContext(), at)
                        .step(
                                it.getStepId(),
                                (r, step) -> new RunInput.GateApproved(
                                        r.cause,
                                        r.inputId,
                                        r.by,
                                        step,
                                        it.getPlanHash(),
                                        decisions(it.getDecisions())));
            case RejectGate it ->
                new Reader(it.getContext(), at)
                        .step(
                                it.getStepId(),
                                (r, step) -> new RunInput.GateRejected(r.cause, r.inputId, r.by, step, it.getReason()));
            case AnswerTask it -> answered(it, at);
            case RetryStep it ->
                new Reader(it.getContext(), at)
                        .step(it.getStepId(), (r, step) -> new RunInput.StepRetried(r.cause, r.inputId, r.by, step));
            case SkipStep it ->
                new Reader(it.getContext(), at)
                        .step(
                                it.getStepId(),
                                (r, step) -> new RunInput.StepSkipped(r.cause, r.inputId, r.by, step, it.getReason()));
            case PauseRun it ->
                new Reader(it.getContext(), at).run(r -> new RunInput.Paused(r.cause, r.inputId, r.by, it.getReason()));
            case ResumeRun it ->
                new Reader(it.getContext(), at).run(r -> new RunInput.Resumed(r.cause, r.inputId, r.by));
            case BackOutRun it ->
                new Reader(it.getContext(), at)
                        .run(r -> new RunInput.BackOutRequested(r.cause, r.inputId, r.by, it.getReason()));
            case MoveT0 it ->
                new Reader(it.getContext(), at)
                        .run(r -> new RunInput.T0Moved(r.cause, r.inputId, r.by, it.getT0(), it.getReason()));
            case UnparkRun it ->
                new Reader(it.getContext(), at)
                        .run(r -> new RunInput.Unparked(r.cause, r.inputId, r.by, it.getReason()));
            default ->
                throw new UnreadableRecord(
                        "no request of a run: " + record.getSchema().getFullName());
        };
    }

    /// Writes a request as the API does.
    ///
    /// @param runbook the runbook's text, of which a new run gets its own copy; read of a [RunInput.Created] only
    public static SpecificRecord written(RunId runId, RunInput.Request request, String runbook) {
        var context = new InputContext(
                request.inputId().text(), runId.text(), request.by().name(), request.at());
        return switch (request) {
            case RunInput.Created it -> createRun(it, context, runbook);
            case RunInput.GateApproved it ->
                new ApproveGate(context, it.step().text(), it.planHash(), decisions(it.decisions()));
            case RunInput.GateRejected it -> new RejectGate(context, it.step().text(), it.reason());
            case RunInput.TaskAnswered it ->
                new AnswerTask(context, it.step().text(), it.answer(), it.evidence(), List.of());
            case RunInput.StepRetried it -> new RetryStep(context, it.step().text());
            case RunInput.StepSkipped it -> new SkipStep(context, it.step().text(), it.reason());
            case RunInput.Paused it -> new PauseRun(context, it.reason());
            case RunInput.Resumed _ -> new ResumeRun(context);
            case RunInput.BackOutRequested it -> new BackOutRun(context, it.reason());
            case RunInput.T0Moved it -> new MoveT0(context, it.t0(), it.reason());
            case RunInput.Unparked it -> new UnparkRun(context, it.reason());
        };
    }

    private static Asked created(CreateRun create, Instant at) {
        var reader = new Reader(create.getContext(), at);
        var request = new RunInput.Created(
                reader.cause,
                reader.inputId,
                reader.runId,
                create.getTitle(),
                CustomerId.parse(create.getCustomerId()),
                RunbookName.parse(create.getRunbookName()),
                RunbookHash.of(create.getRunbookYaml()),
                connections(create.getConnections()),
                create.getDomains().stream().map(DomainName::parse).toList(),
                ZoneId.of(create.getTimeZone()),
                create.getT0(),
                decisions(create.getDecisions()),
                reader.by);
        return new Asked(reader.runId, request, Optional.of(create.getRunbookYaml()), List.of());
    }

    private static Asked answered(AnswerTask answer, Instant at) {
        var reader = new Reader(answer.getContext(), at);
        var changes = answer.getChanges().stream().map(WorkerMessages::change).toList();
        var request = new RunInput.TaskAnswered(
                reader.cause,
                reader.inputId,
                reader.by,
                StepId.parse(answer.getStepId()),
                answer.getAnswer(),
                answer.getEvidence(),
                changes.stream()
                        .map(change -> new RunInput.Touched(change.kind(), change.id(), change.property()))
                        .toList());
        return new Asked(reader.runId, request, Optional.empty(), changes);
    }

    private static CreateRun createRun(RunInput.Created created, InputContext context, String runbook) {
        return new CreateRun(
                context,
                created.title(),
                created.customerId().text(),
                created.runbook().text(),
                runbook,
                created.connections().entrySet().stream()
                        .map(role -> new ConnectionRole(
                                role.getKey().text(),
                                role.getValue().connectionId().text(),
                                role.getValue().account().text()))
                        .toList(),
                created.domains().stream().map(DomainName::text).toList(),
                created.zone().getId(),
                created.t0(),
                decisions(created.decisions()));
    }

    private static Map<RoleName, ConnectionRef> connections(List<ConnectionRole> roles) {
        var connections = new LinkedHashMap<RoleName, ConnectionRef>();
        for (var role : roles) {
            var connection =
                    new ConnectionRef(ConnectionId.parse(role.getConnectionId()), AccountId.parse(role.getAccount()));
            if (connections.put(RoleName.parse(role.getRole()), connection) != null) {
                throw new IllegalArgumentException("two connections play the role " + role.getRole());
            }
        }
        return connections;
    }

    private static Map<DecisionName, String> decisions(List<Decision> decisions) {
        var answers = new LinkedHashMap<DecisionName, String>();
        decisions.forEach(decision -> answers.put(DecisionName.parse(decision.getName()), decision.getValue()));
        return answers;
    }

    static List<Decision> decisions(Map<DecisionName, String> decisions) {
        return decisions.entrySet().stream()
                .map(decision -> new Decision(decision.getKey().text(), decision.getValue()))
                .toList();
    }

    /// What every request says of itself.
    private static final class Reader {
        private final RunId runId;
        private final Cause cause;
        private final InputId inputId;
        private final Person by;

        Reader(InputContext context, Instant at) {
            this.runId = RunId.parse(context.getRunId());
            this.inputId = InputId.parse(context.getInputId());
            this.by = Person.parse(context.getRequestedBy());
            this.cause = new Cause(at, inputId.text());
        }

        Asked run(java.util.function.Function<Reader, RunInput.Request> request) {
            return Asked.of(runId, request.apply(this));
        }

        Asked step(String stepId, java.util.function.BiFunction<Reader, StepId, RunInput.Request> request) {
            return Asked.of(runId, request.apply(this, StepId.parse(stepId)));
        }
    }
}
