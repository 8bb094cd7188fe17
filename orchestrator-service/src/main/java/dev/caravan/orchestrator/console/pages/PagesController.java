package dev.caravan.orchestrator.console.pages;

import dev.caravan.orchestrator.console.changes.LedgerDesk;
import dev.caravan.orchestrator.console.documents.ConnectionDocument;
import dev.caravan.orchestrator.console.documents.PlanDocument;
import dev.caravan.orchestrator.console.documents.RunDocument;
import dev.caravan.orchestrator.console.documents.StepDocument;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.orchestrator.console.views.RunViews;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Renders the dashboard. Live parts are fetched anew by the page itself when an event says that something changed.
@Hidden
@Controller
class PagesController {

    private static final int RUNS_MAX = 200;
    private static final int LINES_MAX = 200;

    private final RunViews views;
    private final Connections connections;
    private final LedgerDesk ledger;
    private final InstantSource clock;
    private final JsonMapper json;

    PagesController(RunViews views, Connections connections, LedgerDesk ledger, InstantSource clock, JsonMapper json) {
        this.views = views;
        this.connections = connections;
        this.ledger = ledger;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/")
    String runs(@RequestParam(required = false) Optional<String> after, Model model) {
        var runs =
                views.urgentFirst(after, RUNS_MAX).stream().map(RunDocument::of).toList();
        model.addAttribute("groups", RunGroup.of(runs.stream().map(this::line).toList()));
        model.addAttribute("now", new Moments(ZoneOffset.UTC, clock.instant()).of(clock.instant()));
        model.addAttribute("total", views.count());
        model.addAttribute("next", runs.size() < RUNS_MAX ? "" : runs.getLast().runId());
        return "runs";
    }

    @GetMapping("/runs/{runId}")
    String run(@PathVariable String runId, Model model) {
        var run = existing(runId);
        var moments = new Moments(ZoneId.of(run.timeZone()), clock.instant());
        var documents = views.steps(runId).stream().map(StepDocument::of).toList();
        var names = StepLine.names(documents);
        var steps = documents.stream()
                .map(step -> StepLine.of(step, names, moments))
                .toList();
        model.addAttribute("run", line(run));
        model.addAttribute("accounts", accounts(documents));
        model.addAttribute(
                "failed", steps.stream().filter(StepLine::isRetriable).toList());
        model.addAttribute("doing", steps.stream().filter(StepLine::isDoing).toList());
        model.addAttribute("phases", PhaseSection.of(steps));
        model.addAttribute("turns", turns(runId, moments));
        return "run";
    }

    @GetMapping("/runs/{runId}/changes")
    String changes(
            @PathVariable String runId,
            @RequestParam(required = false) Optional<String> object,
            @RequestParam(required = false) Optional<String> step,
            @RequestParam(required = false) Optional<String> after,
            Model model)
            throws InterruptedException {
        var run = existing(runId);
        var query = LedgerDesk.question(
                object.filter(text -> !text.isBlank()), step.filter(text -> !text.isBlank()), after, LINES_MAX);
        var answer = ledger.changes(runId, query);
        var moments = new Moments(ZoneId.of(run.timeZone()), clock.instant());
        model.addAttribute("run", line(run));
        model.addAttribute("object", object.orElse(""));
        model.addAttribute("step", step.orElse(""));
        model.addAttribute("moments", moments);
        model.addAttribute("lines", answer.changes());
        model.addAttribute("next", answer.next());
        return "changes";
    }

    private List<Turn> turns(String runId, Moments moments) {
        return open(runId).stream()
                .map(step -> Turn.of(step, plan(runId, step.stepId()), moments, json::writeValueAsString))
                .toList();
    }

    private RunLine line(RunDocument run) {
        return RunLine.of(
                run,
                connections.nameOf(run.customerId()),
                views.phase(run.runId()),
                open(run.runId()),
                clock.instant());
    }

    /// The accounts that its steps act on, as people call them.
    private List<String> accounts(List<StepDocument> steps) {
        return steps.stream()
                .map(StepDocument::connectionId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> connections
                        .find(id)
                        .map(ConnectionDocument::of)
                        .map(ConnectionDocument::displayName)
                        .orElse(id))
                .distinct()
                .toList();
    }

    private RunDocument existing(String runId) {
        return views.run(runId).map(RunDocument::of).orElseThrow(() -> Problems.notFound("run", runId));
    }

    private List<StepDocument> open(String runId) {
        return views.open(runId).stream().map(StepDocument::of).toList();
    }

    private List<PlanDocument.Line> plan(String runId, String gateId) {
        return views.plan(runId, gateId).stream().map(PlanDocument.Line::of).toList();
    }
}
