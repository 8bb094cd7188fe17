package dev.caravan.launcher.runs;

import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.type.TypeReference;

/// The orchestrator's public REST API.
public final class Runs {

    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES_MAX = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAGE = 500;
    /// Seconds that a write may take to be folded before the answer is only "accepted".
    private static final String WAIT = "?wait=20";

    private final Web web;

    public Runs(Web web) {
        this.web = web;
    }

    /// All runs, without their steps.
    public List<RunView> all() throws IOException {
        return Web.JSON.convertValue(web.get("/api/runs").orThrow(), new TypeReference<>() {});
    }

    public RunView one(String runId) throws IOException {
        return Web.JSON.treeToValue(web.get("/api/runs/" + runId).orThrow(), RunView.class);
    }

    /// Gates and tasks of all runs that wait for somebody.
    public List<Waiting> waiting() throws IOException {
        return Web.JSON.convertValue(web.get("/api/waiting").orThrow(), new TypeReference<>() {});
    }

    /// The plan that a gate shows, to its end.
    public Plan plan(String runId, String stepId) throws IOException {
        var changes = new ArrayList<Change>();
        var page = Plan.NONE;
        do {
            var after = page.next() == null ? "" : "&after=" + page.next();
            page = Web.JSON.treeToValue(
                    web.get("/api/runs/" + runId + "/steps/" + stepId + "/plan?limit=" + PAGE + after)
                            .orThrow(),
                    Plan.class);
            changes.addAll(page.changes());
        } while (page.next() != null);
        return new Plan(page.hash(), page.total(), changes, null);
    }

    /// Everything that a run has changed or planned to change.
    public List<LedgerLine> ledger(String runId) throws IOException {
        var lines = new ArrayList<LedgerLine>();
        var after = "";
        do {
            var page = patiently("/api/runs/" + runId + "/changes?limit=" + PAGE + after)
                    .orThrow();
            page.path("changes").forEach(line -> lines.add(Web.JSON.treeToValue(line, LedgerLine.class)));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return lines;
    }

    /// The ledger is not there for a while after the orchestrator was started anew.
    private Web.Answer patiently(String path) throws IOException {
        var answer = web.get(path);
        for (var tries = 1; answer.status() == UNAVAILABLE && tries < TRIES_MAX; tries++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = web.get(path);
        }
        return answer;
    }

    public void connect(String connectionId, NewConnection connection, String by) throws IOException {
        as(by).put("/api/connections/" + connectionId, connection).orThrow();
    }

    /// Creates a run and answers its id once it is folded.
    public String create(NewRun run, String by) throws IOException {
        return as(by).post("/api/runs" + WAIT, run).orThrow().path("runId").asString();
    }

    public Reply approve(String runId, String stepId, String planHash, Map<String, String> decisions, String by)
            throws IOException {
        return step(runId, stepId, "approve", Map.of("planHash", planHash, "decisions", decisions), by);
    }

    public Reply answer(String runId, String stepId, String answer, String evidence, String by) throws IOException {
        return step(runId, stepId, "answer", Map.of("answer", answer, "evidence", evidence), by);
    }

    public Reply retry(String runId, String stepId, String by) throws IOException {
        return step(runId, stepId, "retry", Map.of(), by);
    }

    public Reply backOut(String runId, String reason, String by) throws IOException {
        return reply(as(by).post("/api/runs/" + runId + "/back-out" + WAIT, Map.of("reason", reason)));
    }

    private Reply step(String runId, String stepId, String verb, Map<String, ?> body, String by) throws IOException {
        return reply(as(by).post("/api/runs/" + runId + "/steps/" + stepId + "/" + verb + WAIT, body));
    }

    private Web as(String person) {
        return web.with(Map.of(
                "X-Caravan-User", person, "Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static Reply reply(Web.Answer answer) throws Web.Refusal {
        if (answer.status() == CONFLICT) {
            return new Reply.Refused(answer.body().path("code").asString(""), answer.problem());
        }
        answer.orThrow();
        return new Reply.Folded();
    }
}
