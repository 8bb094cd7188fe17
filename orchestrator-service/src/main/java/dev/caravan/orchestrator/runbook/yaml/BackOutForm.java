package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.RoleName;
import java.util.List;
import java.util.Optional;

/// Reads what takes a step back.
final class BackOutForm {

    private static final String NOTHING_TO_UNDO = "nothing-to-undo";
    private static final String WRITE = "write `nothing-to-undo`, `{undo: <command>}` or `{irreversible: <reason>}`";

    private final Commands commands;
    private final Problems problems;

    BackOutForm(Commands commands, Problems problems) {
        this.commands = commands;
        this.problems = problems;
    }

    BackOut read(Fields step, Optional<Keys.Kind> kind) {
        return switch (step.node("backOut").orElse(null)) {
            case null -> new BackOut.NothingToUndo();
            case YamlNode.Scalar scalar -> nothing(scalar);
            case YamlNode.Sequence list -> wrong(list, "`backOut` is no list: " + WRITE);
            case YamlNode.Mapping map ->
                Fields.of(map, "`backOut`", problems)
                        .map(fields -> fields.has("irreversible") ? irreversible(fields) : undo(fields, step, kind))
                        .orElseGet(BackOut.NothingToUndo::new);
        };
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

    private BackOut undo(Fields fields, Fields step, Optional<Keys.Kind> kind) {
        fields.allow("`backOut`", Keys.UNDO).require("`backOut`", "undo");
        if (kind.isPresent() && kind.get() != Keys.Kind.COMMAND) {
            return wrong(
                    new YamlNode.Mapping(fields.mark(), List.of()),
                    "only a command can be undone by a command; this step is a "
                            + kind.get().word());
        }
        var guide = GuideForm.read(fields, problems);
        return fields.parsed("undo", CommandName::parse)
                .<BackOut>map(command -> new BackOut.Undo(command, guide, role(fields, step, command)))
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
