package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.DecisionSpec;
import dev.caravan.orchestrator.runbook.Phase;
import dev.caravan.orchestrator.runbook.PhaseId;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.lint.Marked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the outermost map of a runbook. What cannot be read is told, and something harmless stands in for it.
final class RunbookForm {

    private static final RunbookName UNNAMED = RunbookName.parse("unnamed");

    private final StepForm stepForm;
    private final AgainForm againForm;
    private final Problems problems;
    private final List<Marked<DecisionSpec>> decisions = new ArrayList<>();
    private final List<Marked<Phase>> phases = new ArrayList<>();
    private final List<Marked<Step>> steps = new ArrayList<>();
    private RunbookName name = UNNAMED;
    private String title = "";

    RunbookForm(StepForm stepForm, AgainForm againForm, Problems problems) {
        this.stepForm = stepForm;
        this.againForm = againForm;
        this.problems = problems;
    }

    RunbookForm read(YamlNode root) {
        Fields.of(root, "a runbook", problems).ifPresent(this::read);
        return this;
    }

    RunbookName name() {
        return name;
    }

    String title() {
        return title;
    }

    List<Marked<DecisionSpec>> decisions() {
        return decisions;
    }

    List<Marked<Phase>> phases() {
        return phases;
    }

    List<Marked<Step>> steps() {
        return steps;
    }

    private void read(Fields fields) {
        fields.allow("a runbook", Keys.RUNBOOK).require("a runbook", "runbook", "title", "phases");
        name = fields.parsed("runbook", RunbookName::parse).orElse(UNNAMED);
        title = fields.text("title", Limits.TITLE_MAX).orElse("");
        fields.items("decisions").forEach(this::readDecision);
        var items = fields.items("phases");
        if (items.isEmpty() && fields.node("phases").orElse(null) instanceof YamlNode.Sequence empty) {
            problems.error(empty.mark(), "a runbook has at least one phase");
        }
        items.forEach(this::readPhase);
        if (steps.size() > Limits.STEPS_MAX) {
            problems.error(fields.mark(), "a runbook has at most %d steps".formatted(Limits.STEPS_MAX));
        }
    }

    private void readDecision(YamlNode node) {
        Fields.of(node, "a decision", problems).ifPresent(fields -> {
            var before = problems.count();
            fields.allow("a decision", Keys.DECISION).require("a decision", "name", "question");
            var spec = new DecisionSpec(
                    fields.parsed("name", DecisionName::parse).orElse(DecisionName.parse("unnamed" + decisions.size())),
                    fields.text("question", Limits.SENTENCE_MAX).orElse(""),
                    fields.parsed("type", RunbookForm::type).orElse(DecisionSpec.Type.TEXT),
                    fields.names("options", option -> option),
                    fields.text("default", Limits.WORD_MAX));
            decisions.add(new Marked<>(spec, fields.place(), problems.count() == before));
        });
    }

    private void readPhase(YamlNode node) {
        Fields.of(node, "a phase", problems).ifPresent(fields -> {
            fields.allow("a phase", Keys.PHASE).require("a phase", "phase");
            if (!fields.has("again")) {
                fields.require("a phase", "steps");
            }
            var id = fields.parsed("phase", PhaseId::parse).orElse(PhaseId.parse("phase-" + phases.size()));
            var phase = new Phase(
                    id,
                    fields.text("title", Limits.TITLE_MAX).orElse(Titles.of(id.text())),
                    fields.truth("mailAtRisk").orElse(false));
            phases.add(new Marked<>(phase, fields.place(), true));
            fields.node("again")
                    .flatMap(map -> Fields.of(map, "`again`", problems))
                    .ifPresent(again -> steps.addAll(againForm.read(again, id, List.copyOf(steps))));
            var items = fields.items("steps");
            if (items.isEmpty() && fields.node("steps").orElse(null) instanceof YamlNode.Sequence empty) {
                problems.error(empty.mark(), "a phase has at least one step");
            }
            items.forEach(item -> readStep(item, id));
        });
    }

    private void readStep(YamlNode node, PhaseId phase) {
        var previous = steps.isEmpty()
                ? Optional.<Step>empty()
                : Optional.of(steps.getLast().value());
        Fields.of(node, "a step", problems)
                .map(fields -> stepForm.read(fields, phase, previous.map(Step::id), steps.size() + 1))
                .ifPresent(steps::add);
    }

    private static DecisionSpec.Type type(String text) {
        return Arrays.stream(DecisionSpec.Type.values())
                .filter(type -> type.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "`type` is one of %s, not `%s`".formatted(Choice.of(DecisionSpec.Type.values()), text)));
    }
}
