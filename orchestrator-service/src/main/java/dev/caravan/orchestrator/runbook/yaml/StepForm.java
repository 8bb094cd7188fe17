package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.PhaseId;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import dev.caravan.orchestrator.runbook.lint.Marked;
import dev.caravan.orchestrator.runbook.lint.Spelling;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads one step: what every step may say here, its work and its back-out in their own forms.
final class StepForm {

    private static final Work NOTHING = new Work.Wait(new WaitFor.Elapsed(Duration.ZERO));

    private final WorkForm workForm;
    private final BackOutForm backOutForm;
    private final Problems problems;

    StepForm(WorkForm workForm, BackOutForm backOutForm, Problems problems) {
        this.workForm = workForm;
        this.backOutForm = backOutForm;
        this.problems = problems;
    }

    Marked<Step> read(Fields fields, PhaseId phase, Optional<StepId> previous, int number) {
        fields.require("a step", "step");
        var id = fields.parsed("step", StepId::parse).orElse(StepId.parse("step-" + number + "-unnamed"));
        var kind = kind(fields, id);
        kind.ifPresent(known -> fields.allow(known.keys(), key -> notFor(known, key)));
        var work = kind.flatMap(known -> workForm.read(fields, known));
        var step = new Step(
                id,
                phase,
                fields.text("title", Limits.TITLE_MAX).orElse(Titles.of(id.text())),
                GuideForm.read(fields, problems),
                needs(fields, previous),
                fields.text("when", Limits.EXPRESSION_MAX).map(Condition::new),
                fields.parsed("at", Moment::parse),
                workForm.ahead(fields),
                fields.parsed("by", Moment::parse),
                backOutForm.read(fields, kind),
                work.orElse(NOTHING));
        return new Marked<>(step, fields.place(), work.isPresent());
    }

    private Optional<Keys.Kind> kind(Fields fields, StepId id) {
        var kinds = List.of(Keys.Kind.values()).stream()
                .filter(kind -> fields.has(kind.word()))
                .toList();
        if (kinds.size() == 1) {
            return Optional.of(kinds.getFirst());
        }
        if (kinds.isEmpty()) {
            problems.error(fields.mark(), nothingToDo(fields, id));
        } else {
            var words = kinds.stream().map(Keys.Kind::word).collect(Collectors.joining(" and a "));
            problems.error(
                    fields.keyMark(kinds.get(1).word()).orElse(fields.mark()),
                    "step `%s` is a %s: make it several steps".formatted(id, words));
        }
        return Optional.empty();
    }

    private static String nothingToDo(Fields fields, StepId id) {
        Set<String> unknown = new HashSet<>(fields.keys());
        Keys.EVERY_STEP.forEach(unknown::remove);
        var hint = unknown.stream()
                .map(key -> Spelling.hint(key, Keys.Kind.words()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("; give it one of " + String.join(", ", Keys.Kind.words()));
        return "step `%s` does nothing%s".formatted(id, hint);
    }

    private static String notFor(Keys.Kind kind, String key) {
        var owners = Keys.Kind.having(key).stream().map(Keys.Kind::word).collect(Collectors.joining(" or a "));
        return owners.isEmpty()
                ? Fields.noSuchKey("a " + kind.word() + " step", key, kind.keys())
                : "`%s` is for a %s; this step is a %s".formatted(key, owners, kind.word());
    }

    private static Set<StepId> needs(Fields fields, Optional<StepId> previous) {
        return fields.has("needs")
                ? new LinkedHashSet<>(fields.names("needs", StepId::parse))
                : previous.map(Set::of).orElse(Set.of());
    }
}
