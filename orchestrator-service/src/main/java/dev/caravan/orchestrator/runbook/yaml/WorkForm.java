package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Assignee;
import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.ObjectKind;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what a step does. Empty when it cannot be told what it does; a wrong attribute alone is told and replaced by
/// its
/// default.
final class WorkForm {

    /// Stands in where the role is not known; told elsewhere.
    static final RoleName NO_ROLE = RoleName.parse("unknown");

    private static final String CHANGES_OF = "changes of ";

    private final Commands commands;
    private final TimeForm times;
    private final Problems problems;

    WorkForm(Commands commands, TimeForm times, Problems problems) {
        this.commands = commands;
        this.times = times;
        this.problems = problems;
    }

    Optional<Work> read(Fields fields, Keys.Kind kind) {
        return switch (kind) {
            case COMMAND -> call(fields, "command").map(call -> command(fields, call));
            case CHECK -> call(fields, "check").map(call -> check(fields, call));
            case TASK -> fields.text("task", Limits.INSTRUCTIONS_MAX).flatMap(text -> task(fields, text));
            case GATE -> fields.text("gate", Limits.SENTENCE_MAX).flatMap(question -> gate(fields, question));
            case WAIT -> times.waitFor(fields).map(Work.Wait::new);
        };
    }

    /// What is asked of whom; empty unless all of it can be read.
    private Optional<Call> call(Fields fields, String key) {
        var before = problems.count();
        var name = fields.parsed(key, CommandName::parse);
        var with = with(fields);
        var over = over(fields);
        var on = fields.parsed("on", RoleName::parse)
                .or(() -> name.flatMap(commands::find).map(CommandSpec::on))
                .orElse(NO_ROLE);
        return name.filter(_ -> problems.count() == before).map(known -> new Call(known, with, over, on));
    }

    private record Call(CommandName name, Map<String, Object> with, Optional<Over> over, RoleName on) {}

    private Work command(Fields fields, Call call) {
        return new Work.Command(
                call.name(),
                call.with(),
                call.over(),
                fields.whole("chunk", 1, Limits.CHUNK_MAX).orElse(Limits.CHUNK),
                fields.whole("window", 1, Limits.WINDOW_MAX).orElse(Limits.WINDOW),
                call.on(),
                times.retry(fields),
                times.duration(fields, "timeout").orElse(Limits.TIMEOUT));
    }

    private Work check(Fields fields, Call call) {
        fields.require("a check", "timeout");
        return new Work.Check(
                call.name(),
                call.with(),
                call.over(),
                fields.whole("chunk", 1, Limits.CHUNK_MAX).orElse(Limits.CHUNK),
                call.on(),
                times.every(fields),
                times.duration(fields, "timeout").orElse(Limits.CHECK_TIMEOUT),
                times.retry(fields));
    }

    private Optional<Work> task(Fields fields, String instructions) {
        fields.require("a task", "assignee");
        var evidence = fields.text("evidence", Limits.SENTENCE_MAX);
        return fields.parsed("assignee", WorkForm::assignee)
                .map(assignee -> new Work.Task(assignee, instructions, evidence));
    }

    private Optional<Work> gate(Fields fields, String question) {
        fields.require("a gate", "approvals");
        var preview = fields.names("preview", StepId::parse);
        var decides = fields.names("decides", DecisionName::parse);
        var confirmsT0 = fields.truth("confirmsT0").orElse(false);
        return fields.whole("approvals", Integer.MIN_VALUE, Integer.MAX_VALUE)
                .map(approvals -> new Work.Gate(question, approvals, preview, confirmsT0, decides));
    }

    private Map<String, Object> with(Fields fields) {
        var node = fields.node("with");
        node.ifPresent(this::refuseEmptyValues);
        return node.flatMap(given -> Fields.of(given, "`with`", problems)).isPresent()
                        && node.get().value() instanceof Map<?, ?> map
                ? named(map)
                : Map.of();
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        var named = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> named.put(name.toString(), value));
        return named;
    }

    private void refuseEmptyValues(YamlNode node) {
        switch (node) {
            case YamlNode.Mapping map -> map.entries().forEach(entry -> refuseEmptyValues(entry.value()));
            case YamlNode.Sequence list -> list.items().forEach(this::refuseEmptyValues);
            case YamlNode.Scalar scalar -> {
                if (scalar.type() == ScalarType.NOTHING) {
                    problems.error(scalar.mark(), "an argument is empty");
                }
            }
        }
    }

    private static Optional<Over> over(Fields fields) {
        return fields.parsed(
                "over",
                text -> text.startsWith(CHANGES_OF)
                        ? new Over.ChangesOf(
                                StepId.parse(text.substring(CHANGES_OF.length()).strip()))
                        : new Over.Objects(ObjectKind.parse(text)));
    }

    private static Assignee assignee(String text) {
        return Assignee.find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "`assignee` is one of %s, not `%s`".formatted(Arrays.toString(Assignee.values()), text)));
    }
}
