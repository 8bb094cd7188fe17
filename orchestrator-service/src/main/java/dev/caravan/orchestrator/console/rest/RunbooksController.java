package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.rest.RunbookTexts.ProblemDocument;
import dev.caravan.orchestrator.console.runbooks.RunbookShelf;
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

    private RunbookLine line(String name) {
        var runbook = RunbookTexts.readable(shelf, text(name));
        return new RunbookLine(name, runbook.title(), runbook.steps().size());
    }

    private RunbookShelf.Text text(String name) {
        return shelf.find(name).orElseThrow(() -> Problems.notFound("runbook", name));
    }
}
