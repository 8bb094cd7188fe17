package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.PhaseId;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
import dev.caravan.orchestrator.runbook.lint.Mark;
import dev.caravan.orchestrator.runbook.lint.Marked;
import dev.caravan.orchestrator.runbook.lint.Place;
import dev.caravan.orchestrator.runbook.lint.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads which steps a phase does again, for objects that have come since. Each becomes a step of its own with its own
/// way back. Moments and numbers of the guide are the first one's.
final class AgainForm {

    private static final String WHAT = "`again`";
    private static final String ONCE_MORE = "again";

    private final Problems problems;

    AgainForm(Problems problems) {
        this.problems = problems;
    }

    /// What the copies have in common.
    ///
    /// @param ids those that are done again, with their names then
    /// @param needs what comes before the first of them
    private record Copying(PhaseId phase, String suffix, Set<StepId> ids, Set<StepId> needs, Place again) {

        private StepId renamed(StepId id) {
            return AgainForm.renamed(id, suffix);
        }

        private Marked<Step> copy(Marked<Step> marked) {
            var step = marked.value();
            var within = step.needs().stream()
                    .filter(ids::contains)
                    .map(this::renamed)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Marked<>(
                    new Step(
                            renamed(step.id()),
                            phase,
                            "%s, %s".formatted(step.title(), suffix.replace('-', ' ')),
                            List.of(),
                            within.isEmpty() ? needs : within,
                            step.when(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            step.backOut(),
                            step.work()),
                    new CopyPlace(marked.place(), again),
                    marked.whole());
        }
    }

    /// A copy says its needs where it is asked for, and all else where the first one stands.
    private record CopyPlace(Place first, Place again) implements Place {

        private Place saying(String key) {
            return key.equals("needs") || key.equals("step") ? again : first;
        }

        @Override
        public Mark of(String... path) {
            return path.length == 0 ? again.of() : saying(path[0]).of(path);
        }

        @Override
        public Mark ofKey(String... path) {
            return saying(path[0]).ofKey(path);
        }

        @Override
        public Mark ofItem(String key, String item) {
            return saying(key).ofItem(key, item);
        }

        @Override
        public boolean has(String key) {
            return key.equals("step") || saying(key).has(key);
        }
    }

    /// @param before all steps further up
    List<Marked<Step>> read(Fields fields, PhaseId phase, List<Marked<Step>> before) {
        fields.allow(WHAT, Keys.AGAIN).require(WHAT, "steps");
        if (fields.node("steps").orElse(null) instanceof YamlNode.Sequence(var mark, var items) && items.isEmpty()) {
            problems.error(mark, WHAT + " has at least one step");
        }
        var suffix = fields.parsed("as", AgainForm::suffix).orElse(ONCE_MORE);
        var steps = new ArrayList<Marked<Step>>();
        for (var id : fields.names("steps", first -> renamable(first, suffix))) {
            find(id, before, fields).ifPresent(steps::add);
        }
        var copying = new Copying(
                phase,
                suffix,
                steps.stream().map(step -> step.value().id()).collect(Collectors.toSet()),
                needs(fields, before),
                fields.place());
        return steps.stream().map(copying::copy).toList();
    }

    private Optional<Marked<Step>> find(StepId id, List<Marked<Step>> before, Fields fields) {
        var found = before.stream().filter(step -> step.value().id().equals(id)).findFirst();
        var mark = fields.place().ofItem("steps", id.text());
        if (found.isEmpty()) {
            var known = before.stream().map(step -> step.value().id().text()).toList();
            problems.error(mark, "there is no step `%s` further up%s".formatted(id, Spelling.hint(id.text(), known)));
            return found;
        }
        var obstacle = obstacle(found.get().value().work());
        obstacle.ifPresent(reason -> problems.error(mark, "step `%s` %s".formatted(id, reason)));
        return obstacle.isPresent() ? Optional.empty() : found;
    }

    /// Why work cannot be done again.
    private static Optional<String> obstacle(Work work) {
        return switch (work) {
            case Work.Command command -> command.over().flatMap(AgainForm::obstacle);
            case Work.Check check -> check.over().flatMap(AgainForm::obstacle);
            case Work.Task _, Work.Gate _, Work.Wait _ ->
                Optional.of("is no work of a worker: only commands and checks are done again");
        };
    }

    private static Optional<String> obstacle(Over over) {
        return over instanceof Over.ChangesOf(var step)
                ? Optional.of("goes over the changes of `%s`, which stay the same".formatted(step))
                : Optional.empty();
    }

    private static Set<StepId> needs(Fields fields, List<Marked<Step>> before) {
        if (fields.has("needs")) {
            return new LinkedHashSet<>(fields.names("needs", StepId::parse));
        }
        return before.isEmpty() ? Set.of() : Set.of(before.getLast().value().id());
    }

    private static String suffix(String text) {
        return StepId.parse(text).text();
    }

    private static StepId renamable(String text, String suffix) {
        var id = StepId.parse(text);
        renamed(id, suffix);
        return id;
    }

    private static StepId renamed(StepId id, String suffix) {
        return StepId.parse(id + "-" + suffix);
    }
}
