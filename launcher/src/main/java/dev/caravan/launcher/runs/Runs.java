package dev.caravan.launcher.runs;

import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.type.TypeReference;

/// The orchestrator's public REST API.
public final class Runs {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int LOOKS_MAX = 60;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
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
        return pages(runId, "changes", LedgerLine.class);
    }

    /// What a back-out of the run cannot, or did not, take back.
    public List<Loss> losses(String runId) throws IOException {
        return pages(runId, "losses", Loss.class);
    }

    private <T> List<T> pages(String runId, String what, Class<T> type) throws IOException {
        var all = new ArrayList<T>();
        var after = "";
        do {
            var page = web.get("/api/runs/" + runId + "/" + what + "?limit=" + PAGE + after)
                    .orThrow();
            page.path(what).forEach(one -> all.add(Web.JSON.treeToValue(one, type)));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return all;
    }

    public void connect(String connectionId, NewConnection connection, String by) throws IOException {
        as(by).put("/api/connections/" + connectionId, connection).orThrow();
    }

    /// Creates a run and answers its id once it can be looked at.
    public String create(NewRun run, String by) throws IOException {
        var runId = as(by).post("/api/runs" + WAIT, run).orThrow().path("runId").asString();
        var path = "/api/runs/" + runId;
        // On a busy machine the answer is only that the request was accepted.
        for (var looks = 1; web.get(path).status() == NOT_FOUND && looks < LOOKS_MAX; looks++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return runId;
    }

    public Reply approve(String runId, String stepId, String planHash, Map<String, String> decisions, String by)
            throws IOException {
        return step(runId, stepId, "approve", Map.of("planHash", planHash, "decisions", decisions), by);
    }

    /// @param changes what was changed by hand
    public Reply answer(
            String runId, String stepId, String answer, String evidence, List<ChangeByHand> changes, String by)
            throws IOException {
        return step(runId, stepId, "answer", Map.of("answer", answer, "evidence", evidence, "changes", changes), by);
    }

    public Reply retry(String runId, String stepId, String by) throws IOException {
        return step(runId, stepId, "retry", Map.of(), by);
    }

    public Reply moveT0(String runId, Instant t0, String reason, String by) throws IOException {
        return reply(as(by).post("/api/runs/" + runId + "/t0" + WAIT, Map.of("t0", t0.toString(), "reason", reason)));
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
