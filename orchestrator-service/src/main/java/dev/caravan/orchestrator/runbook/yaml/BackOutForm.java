package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Assignee;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.RoleName;
import java.util.List;
import java.util.Optional;

/// Reads what takes a step back.
final class BackOutForm {

    private static final String NOTHING_TO_UNDO = "nothing-to-undo";
    private static final String WRITE =
            "write `nothing-to-undo`, `{undo: <command>}`, `{task: <instructions>}` or `{irreversible: <reason>}`";

    private final Commands commands;
    private final ActForm acts;
    private final Problems problems;

    BackOutForm(Commands commands, ActForm acts, Problems problems) {
        this.commands = commands;
        this.acts = acts;
        this.problems = problems;
    }

    BackOut read(Fields step, Optional<Keys.Kind> kind) {
        return switch (step.node("backOut").orElse(null)) {
            case null -> new BackOut.NothingToUndo();
            case YamlNode.Scalar scalar -> nothing(scalar);
            case YamlNode.Sequence list -> wrong(list, "`backOut` is no list: " + WRITE);
            case YamlNode.Mapping map ->
                Fields.of(map, "`backOut`", problems)
                        .map(fields -> read(fields, step, kind))
                        .orElseGet(BackOut.NothingToUndo::new);
        };
    }

    private BackOut read(Fields fields, Fields step, Optional<Keys.Kind> kind) {
        if (fields.has("irreversible")) {
            return irreversible(fields);
        }
        return fields.has("task") ? byHand(fields, step, kind) : undo(fields, step, kind);
    }

    private BackOut nothing(YamlNode.Scalar scalar) {
        return scalar.text().equals(NOTHING_TO_UNDO)
                ? new BackOut.NothingToUndo()
                : wrong(scalar, "`%s` is no back-out: %s".formatted(scalar.text(), WRITE));
    }

    private BackOut irreversible(Fields fields) {
        return fields.allow("`backOut` of what is irreversible", Keys.IRREVERSIBLE)
                .text("irreversible", Limits.SENTENCE_MAX)
                .<BackOut>map(BackOut.Irreversible::new)
                .orElseGet(BackOut.NothingToUndo::new);
    }

    /// Whoever did the step takes it back, unless it says otherwise.
    private BackOut byHand(Fields fields, Fields step, Optional<Keys.Kind> kind) {
        fields.allow("`backOut` by hand", Keys.BY_HAND);
        if (kind.isPresent() && kind.get() != Keys.Kind.TASK) {
            return wrong(
                    new YamlNode.Mapping(fields.mark(), List.of()),
                    "only a task can be taken back by a task; this step is a "
                            + kind.get().word());
        }
        var assignee = fields.parsed("assignee", WorkForm::assignee)
                .or(() -> step.node("assignee").flatMap(BackOutForm::assigneeOf))
                .orElse(Assignee.ENGINEER);
        var evidence = fields.text("evidence", Limits.SENTENCE_MAX);
        var looks = acts.read(fields, "a task that takes back", Keys.LOOKS);
        var guide = GuideForm.read(fields, problems);
        return fields.text("task", Limits.INSTRUCTIONS_MAX)
                .<BackOut>map(text -> new BackOut.ByHand(assignee, text, looks, evidence, guide))
                .orElseGet(BackOut.NothingToUndo::new);
    }

    /// The step's own assignee, read quietly: its problems are told where it stands.
    private static Optional<Assignee> assigneeOf(YamlNode node) {
        return Assignee.find(String.valueOf(node.value()));
    }

    private BackOut undo(Fields fields, Fields step, Optional<Keys.Kind> kind) {
        fields.allow("`backOut`", Keys.UNDO).require("`backOut`", "undo");
        if (kind.isPresent() && kind.get() != Keys.Kind.COMMAND) {
            return wrong(
                    new YamlNode.Mapping(fields.mark(), List.of()),
                    "only a command can be undone by a command; this step is a "
                            + kind.get().word());
        }
        var guide = GuideForm.read(fields, problems);
        var when = fields.text("when", Limits.EXPRESSION_MAX).map(Condition::new);
        return fields.parsed("undo", CommandName::parse)
                .<BackOut>map(command -> new BackOut.Undo(command, guide, role(fields, step, command), when))
                .orElseGet(BackOut.NothingToUndo::new);
    }

    /// Where the step acted, there it is undone, unless the undo says otherwise.
    private RoleName role(Fields fields, Fields step, CommandName command) {
        return fields.parsed("on", RoleName::parse)
                .or(() -> step.node("on").flatMap(BackOutForm::roleOf))
                .or(() -> commands.find(command).map(CommandSpec::on))
                .orElse(WorkForm.NO_ROLE);
    }

    /// The step's own role, read quietly: its problems are told where it stands.
    private static Optional<RoleName> roleOf(YamlNode node) {
        try {
            return Optional.of(RoleName.parse(String.valueOf(node.value())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private BackOut wrong(YamlNode node, String message) {
        problems.error(node.mark(), message);
        return new BackOut.NothingToUndo();
    }
}
