package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.documents.InputDocument;
import dev.caravan.orchestrator.console.documents.PlanDocument;
import dev.caravan.orchestrator.console.documents.RunDetailDocument;
import dev.caravan.orchestrator.console.documents.RunDocument;
import dev.caravan.orchestrator.console.documents.StepDocument;
import dev.caravan.orchestrator.console.documents.WaitingDocument;
import dev.caravan.orchestrator.console.http.Patience;
import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows runs, from the views that this instance holds.
@RestController
@RequestMapping("/api")
@Tag(name = "Runs")
class RunsController {

    private static final int RUNS_MAX = 10_000;
    private static final int SENTENCES_MAX = 10_000;

    private final RunViews views;

    RunsController(RunViews views) {
        this.views = views;
    }

    @GetMapping("/runs")
    @Operation(summary = "All runs, newest first")
    List<RunDocument> runs(
            @RequestParam(required = false) Optional<String> after, @RequestParam(defaultValue = "1000") int limit) {
        return views.runs(after, Limits.checked(limit, RUNS_MAX)).stream()
                .map(RunDocument::of)
                .toList();
    }

    @GetMapping("/runs/{runId}")
    @Operation(summary = "One run with all its steps")
    RunDetailDocument run(@PathVariable String runId) {
        var run = existing(runId);
        var steps = views.steps(runId).stream().map(StepDocument::of).toList();
        return new RunDetailDocument(RunDocument.of(run), steps);
    }

    @GetMapping("/runs/{runId}/steps/{stepId}")
    @Operation(summary = "One step of a run")
    StepDocument step(@PathVariable String runId, @PathVariable String stepId) {
        return StepDocument.of(existing(runId, stepId));
    }

    @GetMapping("/runs/{runId}/steps/{stepId}/plan")
    @Operation(
            summary = "The plan that a gate shows, in sentences",
            description = "`hash` is what an approval must name: it binds the approval to the plan that was read.")
    PlanDocument plan(
            @PathVariable String runId,
            @PathVariable String stepId,
            @RequestParam(required = false) Optional<Integer> after,
            @RequestParam(defaultValue = "1000") int limit) {
        var count = Limits.checked(limit, SENTENCES_MAX);
        var gate = existing(runId, stepId);
        var plan = views.plan(runId, stepId).stream().map(PlanDocument.Line::of).toList();
        var page = plan.stream()
                .filter(line -> line.number() > after.orElse(Integer.MIN_VALUE))
                .limit(count)
                .toList();
        var isLast = page.isEmpty() || page.getLast().number() == plan.getLast().number();
        return new PlanDocument(
                gate.getPlanHash(),
                plan.size(),
                page,
                isLast ? null : page.getLast().number());
    }

    @GetMapping("/runs/{runId}/inputs/{inputId}")
    @Operation(summary = "What became of a request")
    InputDocument input(@PathVariable String runId, @PathVariable String inputId, Patience patience)
            throws InterruptedException {
        if (patience.time().isZero()) {
            existing(runId);
        }
        return InputDocument.of(inputId, runId, views.outcome(runId, inputId, patience.time()));
    }

    @GetMapping("/runs/{runId}/waiting")
    @Operation(summary = "The gates and tasks of a run that wait for people")
    List<WaitingDocument> waiting(@PathVariable String runId) {
        existing(runId);
        return views.open(runId).stream().map(WaitingDocument::of).toList();
    }

    @GetMapping("/waiting")
    @Operation(summary = "The gates and tasks of all runs that wait for people")
    List<WaitingDocument> waiting() {
        return views.runsWithOpen().stream()
                .flatMap(runId -> views.open(runId).stream())
                .map(WaitingDocument::of)
                .toList();
    }

    private RunView existing(String runId) {
        return views.run(runId).orElseThrow(() -> Problems.notFound("run", runId));
    }

    private StepView existing(String runId, String stepId) {
        existing(runId);
        return views.step(runId, stepId).orElseThrow(() -> Problems.notFound("step", stepId));
    }
}
