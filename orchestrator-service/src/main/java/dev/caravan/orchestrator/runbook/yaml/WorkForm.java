package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Ahead;
import dev.caravan.orchestrator.runbook.Assignee;
import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.ObjectKind;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
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
    private static final String OF = " of ";

    private final Commands commands;
    private final TimeForm times;
    private final ActForm acts;
    private final Problems problems;

    WorkForm(Commands commands, TimeForm times, ActForm acts, Problems problems) {
        this.commands = commands;
        this.times = times;
        this.acts = acts;
        this.problems = problems;
    }

    Optional<Work> read(Fields fields, Keys.Kind kind) {
        return switch (kind) {
            case COMMAND -> command(fields, call(fields, "command"));
            case CHECK -> check(fields, call(fields, "check"));
            case TASK -> task(fields);
            case GATE -> gate(fields);
            case WAIT -> times.waitFor(fields).map(Work.Wait::new);
        };
    }

    Optional<Ahead> ahead(Fields step) {
        return times.ahead(step);
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

    private Optional<Work> command(Fields fields, Optional<Call> readable) {
        var chunk = fields.whole("chunk", 1, Limits.CHUNK_MAX).orElse(Limits.CHUNK);
        var window = fields.whole("window", 1, Limits.WINDOW_MAX).orElse(Limits.WINDOW);
        var retry = times.retry(fields);
        var timeout = times.duration(fields, "timeout").orElse(Limits.TIMEOUT);
        return readable.map(call ->
                new Work.Command(call.name(), call.with(), call.over(), chunk, window, call.on(), retry, timeout));
    }

    private Optional<Work> check(Fields fields, Optional<Call> readable) {
        fields.require("a check", "timeout");
        var chunk = fields.whole("chunk", 1, Limits.CHUNK_MAX).orElse(Limits.CHUNK);
        var every = times.every(fields);
        var timeout = times.duration(fields, "timeout").orElse(Limits.CHECK_TIMEOUT);
        var retry = times.retry(fields);
        return readable.map(
                call -> new Work.Check(call.name(), call.with(), call.over(), chunk, call.on(), every, timeout, retry));
    }

    private Optional<Work> task(Fields fields) {
        fields.require("a task", "assignee");
        var instructions = fields.text("task", Limits.INSTRUCTIONS_MAX);
        var assignee = fields.parsed("assignee", WorkForm::assignee);
        var evidence = fields.text("evidence", Limits.SENTENCE_MAX);
        var exactly = acts.read(fields, "a task", Keys.ACTS);
        return instructions.flatMap(text -> assignee.map(who -> new Work.Task(who, text, exactly, evidence)));
    }

    private Optional<Work> gate(Fields fields) {
        fields.require("a gate", "approvals");
        var question = fields.text("gate", Limits.SENTENCE_MAX);
        var approvals = fields.whole("approvals", Integer.MIN_VALUE, Integer.MAX_VALUE);
        var preview = fields.names("preview", StepId::parse);
        var confirmsT0 = fields.truth("confirmsT0").orElse(false);
        if (fields.has("although") && !confirmsT0) {
            problems.error(fields.place().of("although"), "`although` is for a gate that confirms T0");
        }
        var although = fields.text("although", Limits.EXPRESSION_MAX).map(Condition::new);
        var decides = fields.names("decides", DecisionName::parse);
        return question.flatMap(
                text -> approvals.map(number -> new Work.Gate(text, number, preview, confirmsT0, although, decides)));
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
                        : objects(text));
    }

    private static Over objects(String text) {
        var of = text.indexOf(OF);
        return of < 0
                ? new Over.Objects(ObjectKind.parse(text))
                : new Over.ObjectsOf(
                        ObjectKind.parse(text.substring(0, of).strip()),
                        RoleName.parse(text.substring(of + OF.length()).strip()));
    }

    static Assignee assignee(String text) {
        return Assignee.find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "`assignee` is one of %s, not `%s`".formatted(Choice.of(Assignee.values()), text)));
    }
}
