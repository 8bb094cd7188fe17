package dev.caravan.orchestrator.runbook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// Writes a runbook as YAML with everything spelled out, so that reading it again gives the same runbook.
public final class RunbookYaml {

    private RunbookYaml() {}

    public static String of(Runbook runbook) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(map(runbook));
    }

    private static Map<String, Object> map(Runbook runbook) {
        var map = new LinkedHashMap<String, Object>();
        map.put("runbook", runbook.name().text());
        map.put("title", runbook.title());
        map.put("decisions", runbook.decisions().stream().map(RunbookYaml::map).toList());
        map.put(
                "phases",
                runbook.phases().stream().map(phase -> map(runbook, phase)).toList());
        return map;
    }

    private static Map<String, Object> map(DecisionSpec decision) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", decision.name().text());
        map.put("question", decision.question());
        map.put("type", decision.type().toString());
        if (decision.type() == DecisionSpec.Type.CHOICE) {
            map.put("options", decision.options());
        }
        decision.byDefault().ifPresent(answer -> map.put("default", answer));
        return map;
    }

    private static Map<String, Object> map(Runbook runbook, Phase phase) {
        var steps = runbook.steps().stream()
                .filter(step -> step.phase().equals(phase.id()))
                .map(RunbookYaml::map)
                .toList();
        return Map.of(
                "phase", phase.id().text(), "title", phase.title(), "mailAtRisk", phase.isMailAtRisk(), "steps", steps);
    }

    private static Map<String, Object> map(Step step) {
        var map = new LinkedHashMap<String, Object>();
        map.put("step", step.id().text());
        map.put("title", step.title());
        map.put("guide", step.guide());
        map.put("needs", step.needs().stream().map(StepId::text).toList());
        step.when().ifPresent(condition -> map.put("when", condition.cel()));
        step.at().ifPresent(moment -> map.put("at", moment.toString()));
        step.ahead()
                .ifPresent(ahead ->
                        map.put("ahead", Map.of("of", ahead.of().toString(), "by", ahead.seconds() + " seconds")));
        step.by().ifPresent(moment -> map.put("by", moment.toString()));
        map.putAll(map(step.work()));
        map.put("backOut", backOut(step.backOut()));
        return map;
    }

    private static Map<String, Object> map(Work work) {
        var map = new LinkedHashMap<String, Object>();
        switch (work) {
            case Work.Command command -> {
                map.put("command", command.command().text());
                map.put("with", command.with());
                putOver(map, command.over(), command.chunk(), Optional.of(command.window()));
                map.put("on", command.on().text());
                map.put("retry", retry(command.retry()));
                map.put("timeout", Durations.format(command.timeout()));
            }
            case Work.Check check -> {
                map.put("check", check.command().text());
                map.put("with", check.with());
                putOver(map, check.over(), check.chunk(), Optional.empty());
                map.put("on", check.on().text());
                map.put("every", interval(check.every()));
                map.put("retry", retry(check.retry()));
                map.put("timeout", Durations.format(check.timeout()));
            }
            case Work.Task task -> {
                map.put("task", task.instructions());
                map.put("assignee", task.assignee().toString());
                task.evidence().ifPresent(evidence -> map.put("evidence", evidence));
                map.put("acts", task.acts().all().stream().map(RunbookYaml::act).toList());
            }
            case Work.Gate gate -> {
                map.put("gate", gate.question());
                map.put("approvals", gate.approvals());
                map.put("preview", gate.preview().stream().map(StepId::text).toList());
                map.put("confirmsT0", gate.confirmsT0());
                gate.although().ifPresent(condition -> map.put("although", condition.cel()));
                map.put(
                        "decides",
                        gate.decides().stream().map(DecisionName::text).toList());
            }
            case Work.Wait(WaitFor.Until(var moment)) -> map.put("wait", moment.toString());
            case Work.Wait(WaitFor.Elapsed(var duration)) -> map.put("wait", Durations.format(duration));
            case Work.Wait(WaitFor.Seconds(var seconds)) -> map.put("wait", Map.of("for", seconds + " seconds"));
        }
        return map;
    }

    private static void putOver(Map<String, Object> map, Optional<Over> over, int chunk, Optional<Integer> window) {
        over.ifPresent(objects -> {
            map.put("over", objects.toString());
            map.put("chunk", chunk);
            window.ifPresent(open -> map.put("window", open));
        });
    }

    private static Map<String, Object> retry(Retry retry) {
        var map = new LinkedHashMap<String, Object>();
        map.put("attempts", retry.attempts());
        map.putAll(interval(retry.pauses()));
        return map;
    }

    private static Map<String, Object> interval(Interval interval) {
        return Map.of(
                "first", Durations.format(interval.first()),
                "factor", interval.factor(),
                "max", Durations.format(interval.max()));
    }

    private static Map<String, Object> act(Act act) {
        Object said = switch (act) {
            case Act.Attest(var statement) -> statement;
            case Act.ReadZone(var zone) -> zone;
            case Act.LookUp(var record, var values) -> Map.of("record", record, "values", values);
            case Act.ChangeRecord(var record, var old, var wanted, var ttl)
            when old.isEmpty() ->
                Map.of("record", record, "values", wanted, "ttl", Durations.format(ttl.orElseThrow()));
            case Act.ChangeRecord(var record, var old, var wanted, var _)
            when wanted.isEmpty() -> Map.of("record", record, "values", old);
            case Act.ChangeRecord(var record, var old, var wanted, var _) ->
                Map.of("record", record, "old", old, "new", wanted);
        };
        return Map.of(act.word(), said);
    }

    private static Map<String, Object> byHand(BackOut.ByHand task) {
        var map = new LinkedHashMap<String, Object>();
        map.put("task", task.instructions());
        map.put("assignee", task.assignee().toString());
        map.put("acts", task.acts().all().stream().map(RunbookYaml::act).toList());
        task.evidence().ifPresent(evidence -> map.put("evidence", evidence));
        map.put("guide", task.guide());
        return map;
    }

    private static Object backOut(BackOut backOut) {
        return switch (backOut) {
            case BackOut.ByHand task -> byHand(task);
            case BackOut.NothingToUndo _ -> "nothing-to-undo";
            case BackOut.Irreversible(var reason) -> Map.of("irreversible", reason);
            case BackOut.Undo(var command, List<String> guide, var on, var when) -> {
                var undo = new HashMap<String, Object>(Map.of("undo", command.text(), "guide", guide, "on", on.text()));
                when.ifPresent(condition -> undo.put("when", condition.cel()));
                yield undo;
            }
        };
    }
}
