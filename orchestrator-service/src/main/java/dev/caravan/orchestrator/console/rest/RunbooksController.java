package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.rest.RunbookTexts.ProblemDocument;
import dev.caravan.orchestrator.console.runbooks.RunbookShelf;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.text.Occasion;
import dev.caravan.orchestrator.runbook.text.RunbookText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The shipped runbooks, and what is to be said of those that people write.
@RestController
@RequestMapping("/api/runbooks")
@Tag(name = "Runbooks")
class RunbooksController {

    private static final String YAML = "application/yaml";

    private final RunbookShelf shelf;

    RunbooksController(RunbookShelf shelf) {
        this.shelf = shelf;
    }

    record RunbookLine(String name, String title, int steps) {}

    /// @param file what problems call it
    record Source(@Nullable String file, @Nullable String yaml) {}

    record Lint(List<ProblemDocument> problems) {}

    /// @param name of a shipped runbook; or else `yaml`
    /// @param file what problems call the text
    record Chosen(
            @Nullable String name,
            @Nullable String file,
            @Nullable String yaml) {}

    /// @param text a table for a terminal
    record Steps(String text, List<StepLine> steps) {}

    record StepLine(String stepId, String phase, String title, String kind, List<String> guide, List<String> needs) {
        static StepLine of(Step step) {
            return new StepLine(
                    step.id().text(),
                    step.phase().text(),
                    step.title(),
                    step.work().kind(),
                    step.guide(),
                    step.needs().stream().map(StepId::text).toList());
        }
    }

    /// @param name of a shipped runbook; or else `yaml`
    record Occasioned(
            @Nullable String name,
            @Nullable String file,
            @Nullable String yaml,
            @Nullable List<@Nullable String> domains,
            @Nullable String timeZone,
            @Nullable String t0) {}

    /// @param text sentences, in the order of what happens
    record Sentences(String text) {}

    @GetMapping
    @Operation(summary = "The shipped runbooks, the default first")
    List<RunbookLine> all() {
        return shelf.names().stream().map(this::line).toList();
    }

    @GetMapping(path = "/{name}", produces = YAML)
    @Operation(summary = "The text of a shipped runbook")
    String one(@PathVariable String name) {
        return text(name).yaml();
    }

    @PostMapping(path = "/lint", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All problems of a runbook, warnings included, with file, line and column")
    Lint lint(@RequestBody Source body) {
        var yaml = body.yaml();
        if (yaml == null) {
            throw Problems.field("yaml", "is missing");
        }
        return new Lint(RunbookTexts.documents(
                shelf.read(RunbookTexts.brought(yaml, body.file())).problems()));
    }

    @PostMapping(path = "/steps", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The steps of a runbook, as a table and as data")
    Steps steps(@RequestBody Chosen body) {
        var runbook = RunbookTexts.readable(shelf, RunbookTexts.chosen(shelf, body.name(), body.yaml(), body.file()));
        return new Steps(
                RunbookText.steps(runbook),
                runbook.steps().stream().map(StepLine::of).toList());
    }

    @PostMapping(path = "/plan", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What would happen when, in sentences")
    Sentences plan(@RequestBody Occasioned body) {
        var runbook = RunbookTexts.readable(shelf, RunbookTexts.chosen(shelf, body.name(), body.yaml(), body.file()));
        var checks = new Checks();
        var zone = checks.zone("timeZone", body.timeZone());
        var t0 = checks.instant("t0", body.t0());
        var domains = checks.domains("domains", body.domains());
        checks.requireNone();
        return new Sentences(RunbookText.plan(runbook, new Occasion(t0, zone, domains)));
    }

    private RunbookLine line(String name) {
        var runbook = RunbookTexts.readable(shelf, text(name));
        return new RunbookLine(name, runbook.title(), runbook.steps().size());
    }

    private RunbookShelf.Text text(String name) {
        return shelf.find(name).orElseThrow(() -> Problems.notFound("runbook", name));
    }
}
