package dev.caravan.orchestrator.console.pages;

import dev.caravan.orchestrator.console.changes.LedgerDesk;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.run.RunView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.time.ZoneId;
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
    private final LedgerDesk ledger;
    private final InstantSource clock;
    private final JsonMapper json;

    PagesController(RunViews views, LedgerDesk ledger, InstantSource clock, JsonMapper json) {
        this.views = views;
        this.ledger = ledger;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/")
    String runs(@RequestParam(required = false) Optional<String> after, Model model) {
        var runs = views.runs(after, RUNS_MAX);
        model.addAttribute("runs", runs.stream().map(this::line).toList());
        model.addAttribute("total", views.count());
        model.addAttribute("next", runs.size() < RUNS_MAX ? "" : runs.getLast().getRunId());
        return "runs";
    }

    @GetMapping("/runs/{runId}")
    String run(@PathVariable String runId, Model model) {
        var run = existing(runId);
        var moments = new Moments(ZoneId.of(run.getTimeZone()), clock.instant());
        var steps = views.steps(runId).stream()
                .map(step -> StepLine.of(step, moments))
                .toList();
        model.addAttribute("run", line(run));
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
        var query = new LedgerQueries.Query(
                object.filter(text -> !text.isBlank()),
                step.filter(text -> !text.isBlank()).map(this::stepId),
                after,
                LINES_MAX);
        var answer = ledger.changes(runId, query);
        var moments = new Moments(ZoneId.of(run.getTimeZone()), clock.instant());
        model.addAttribute("run", line(run));
        model.addAttribute("object", object.orElse(""));
        model.addAttribute("step", step.orElse(""));
        model.addAttribute("moments", moments);
        model.addAttribute("lines", answer.changes());
        model.addAttribute("next", answer.next());
        return "changes";
    }

    private List<Turn> turns(String runId, Moments moments) {
        return views.open(runId).stream()
                .map(step -> Turn.of(step, views.plan(runId, step.getStepId()), moments, json::writeValueAsString))
                .toList();
    }

    private RunLine line(RunView run) {
        return RunLine.of(run, views.open(run.getRunId()), clock.instant());
    }

    private RunView existing(String runId) {
        return views.run(runId).orElseThrow(() -> Problems.notFound("run", runId));
    }

    private StepId stepId(String text) {
        try {
            return StepId.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw Problems.field("step", "is no id of a step");
        }
    }
}
