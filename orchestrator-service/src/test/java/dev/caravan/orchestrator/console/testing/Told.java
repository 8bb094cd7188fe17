package dev.caravan.orchestrator.console.testing;

import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.connections.Connection;
import dev.caravan.schemas.connections.ConnectionKind;
import dev.caravan.schemas.run.PlanView;
import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Tells views and connections as their topics would, each with the next offset of its partition.
public final class Told {

    public static final String CUSTOMER = "11111111-2222-3333-4444-555555555555";
    public static final Instant CREATED = Instant.parse("2026-11-20T08:00:00Z");
    private static final int PARTITION = 1;

    private final AvroRecords records;
    private final RunViews views;
    private final Connections connections;
    private final AtomicLong offset = new AtomicLong();

    public Told(AvroRecords records, RunViews views, Connections connections) {
        this.records = records;
        this.views = views;
        this.connections = connections;
    }

    public Told run(RunView view) {
        tell(view.getRunId(), records.encode(TopicCatalogue.RUN_VIEWS, view));
        return this;
    }

    public Told step(StepView view) {
        tell(view.getRunId() + "/step/" + view.getStepId(), records.encode(TopicCatalogue.RUN_VIEWS, view));
        return this;
    }

    public Told sentence(String runId, String gateId, int number, String sentence) {
        var change = new Change("rrset", "fabrikam.example/MX", "ttl", List.of("14400"), List.of("300"), sentence);
        var view = new PlanView(runId, gateId, "lower-ttl", number, change);
        tell(runId + "/plan/" + gateId + "/" + number, records.encode(TopicCatalogue.RUN_VIEWS, view));
        return this;
    }

    public Told connection(Connection connection) {
        connections.accept(connection.getConnectionId(), records.encode(TopicCatalogue.CONNECTIONS, connection));
        return this;
    }

    private void tell(String key, byte[] value) {
        views.accept(PARTITION, offset.getAndIncrement(), key, value);
    }

    public static RunView.Builder aRun(String runId) {
        return RunView.newBuilder()
                .setRunId(runId)
                .setTitle("Fabrikam to Contoso")
                .setCustomerId(CUSTOMER)
                .setRunbook("dns-preparation")
                .setRunbookHash("abc")
                .setState("running")
                .setDetail("running")
                .setT0(Instant.parse("2026-12-04T19:00:00Z"))
                .setT0Confirmed(false)
                .setTimeZone("Europe/Berlin")
                .setDomains(List.of("fabrikam.example"))
                .setRequestedBy("Ada Lovelace")
                .setCreatedAt(CREATED)
                .setStepsTotal(3)
                .setStepsEnded(1)
                .setObjectsDone(4)
                .setSequence(7)
                .setInputs(List.of())
                .setLosses(List.of());
    }

    public static StepView.Builder aStep(String runId, String stepId, String kind, String state) {
        return StepView.newBuilder()
                .setRunId(runId)
                .setStepId(stepId)
                .setPosition(0)
                .setPhase("Two weeks before")
                .setTitle("Title of " + stepId)
                .setKind(kind)
                .setGuide(List.of("2", "3"))
                .setNeeds(List.of())
                .setState(state)
                .setWaitsFor("")
                .setReason("")
                .setAttempts(1)
                .setObjectsTotal(3)
                .setObjectsDone(3)
                .setObjectsFailed(0)
                .setChanges(3)
                .setQuestion("")
                .setInstructions("")
                .setEvidence("")
                .setApprovals(0)
                .setApprovedBy(List.of())
                .setPlanHash("")
                .setAnswer("")
                .setAnsweredBy("")
                .setBackOut("")
                .setBackOutGuide(List.of())
                .setConflicts(List.of());
    }

    public static StepView.Builder aGate(String runId, String stepId) {
        return aStep(runId, stepId, "gate", "gate-open")
                .setPosition(1)
                .setQuestion("Lower the TTLs of the mail records?")
                .setApprovals(2)
                .setPlanHash("p1")
                .setStartedAt(CREATED);
    }

    public static Connection.Builder aConnection(String connectionId, ConnectionKind kind) {
        return Connection.newBuilder()
                .setConnectionId(connectionId)
                .setKind(kind)
                .setDisplayName("Name of " + connectionId)
                .setCustomerId(CUSTOMER)
                .setAccount("account-of-" + connectionId)
                .setCredentialRef("ref-" + connectionId)
                .setAllowedHosts(List.of("ns1.fabrikam.example"))
                .setSettings(Map.of())
                .setChangedBy("Ada Lovelace")
                .setChangedAt(CREATED);
    }
}
