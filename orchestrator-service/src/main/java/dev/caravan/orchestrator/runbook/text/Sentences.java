package dev.caravan.orchestrator.runbook.text;

import dev.caravan.orchestrator.runbook.Act;
import dev.caravan.orchestrator.runbook.Acts;
import dev.caravan.orchestrator.runbook.Assignee;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Durations;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.Retry;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a step does, for a person who has to agree to it.
record Sentences(Occasion occasion) {

    private static final String OVER_BY = ", to be over by ";

    /// `a`, `a and b`, `a, b and c`.
    static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    String timing(Step step) {
        var needs = step.needs().stream().map(StepId::text).toList();
        return Stream.of(
                        Optional.of(needs.isEmpty() ? "From the start" : "After " + list(needs)),
                        step.at().map(at -> ", not before " + occasion.when(at)),
                        step.ahead()
                                .map(ahead -> ", or `%s` seconds ahead of %s if that is earlier"
                                        .formatted(ahead.seconds(), occasion.when(ahead.of()))),
                        step.by().map(by -> OVER_BY + occasion.when(by)),
                        step.when().map(condition -> ", only if `%s`".formatted(condition)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("", "", "."));
    }

    String work(Step step) {
        return switch (step.work()) {
            case Work.Command command -> command(command);
            case Work.Check check -> check(check);
            case Work.Task task -> task(task);
            case Work.Gate gate -> gate(gate);
            case Work.Wait(WaitFor.Until(var moment)) -> "Nothing happens until %s.".formatted(occasion.when(moment));
            case Work.Wait(WaitFor.Elapsed(var duration)) ->
                "Nothing happens for %s.".formatted(Durations.format(duration));
            case Work.Wait(WaitFor.Seconds(var seconds)) ->
                "Nothing happens for as many seconds as `%s` says.".formatted(seconds);
        };
    }

    String backOut(Step step) {
        return switch (step.backOut()) {
            case BackOut.Undo(var command, var guide, var on, var when) ->
                "Undone by %s on connection %s%s, from what was recorded before and after%s."
                        .formatted(
                                command,
                                on,
                                guide.isEmpty() ? "" : " (guide %s)".formatted(String.join(", ", guide)),
                                when.map(condition -> "; kept unless `%s` holds then".formatted(condition.cel()))
                                        .orElse(""));
            case BackOut.ByHand(var assignee, var instructions, var acts, var evidence, var guide) ->
                "Taken back by hand%s, value by value as recorded. %s"
                        .formatted(
                                guide.isEmpty() ? "" : " (guide %s)".formatted(String.join(", ", guide)),
                                task(new Work.Task(assignee, instructions, acts, evidence)));
            case BackOut.Irreversible(var reason) -> "CANNOT BE UNDONE: " + reason;
            case BackOut.NothingToUndo _ -> step.work() instanceof Work.Command ? "There is nothing to undo." : "";
        };
    }

    private String command(Work.Command command) {
        return "%s carries out %s%s%s on connection %s%s; %s."
                .formatted(
                        service(command.command()),
                        command.command(),
                        with(command.with()),
                        over(command.over()),
                        command.on(),
                        chunks(command),
                        attempts(command.retry()));
    }

    private String check(Work.Check check) {
        return "%s is asked %s%s%s on connection %s %s until it says yes, for %s at most."
                .formatted(
                        service(check.command()),
                        check.command(),
                        with(check.with()),
                        over(check.over()),
                        check.on(),
                        check.every(),
                        Durations.format(check.timeout()));
    }

    private String task(Work.Task task) {
        var evidence = task.evidence()
                .map(asked -> "\nThe answer needs evidence: " + asked + ".")
                .orElse("");
        return "%s does this:\n%s%s"
                .formatted(
                        who(task.assignee()),
                        occasion.filled(task.acts())
                                .under(occasion.filled(task.instructions()))
                                .strip()
                                .indent(2)
                                .stripTrailing(),
                        evidence);
    }

    private String gate(Work.Gate gate) {
        var who = gate.approvals() == 2 ? "Two people, neither of them the requester, approve" : "One person approves";
        var preview = gate.preview().stream().map(StepId::text).toList();
        var decides = gate.decides().stream().map(DecisionName::text).toList();
        return Stream.of(
                        "%s: %s".formatted(who, occasion.filled(gate.question())),
                        preview.isEmpty()
                                ? ""
                                : "They see the plan of %s first, and nothing else than that is then done."
                                        .formatted(list(preview)),
                        gate.confirmsT0() ? "They confirm T0 or move it." : "",
                        gate.although()
                                .map(
                                        "A T0 that is too near for what has to start ahead of it is only confirmed if `%s`."
                                                ::formatted)
                                .orElse(""),
                        decides.isEmpty() ? "" : "They decide %s.".formatted(list(decides)))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// What a step goes over, as in " for all mailboxes".
    String objects(Work work) {
        return switch (work) {
            case Work.Command command -> over(command.over());
            case Work.Check check -> over(check.over());
            case Work.Task task -> records(occasion.filled(task.acts()));
            case Work.Gate _, Work.Wait _ -> "";
        };
    }

    private static String records(Acts acts) {
        var changed = acts.changes().map(Act.ChangeRecord::record).distinct().toList();
        return changed.isEmpty() ? "" : " for " + list(changed);
    }

    private static String service(CommandName command) {
        var text = command.text();
        return "The %s service".formatted(text.substring(0, text.indexOf('.')));
    }

    private static String with(Map<String, Object> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.entrySet().stream()
                        .map(argument -> argument.getKey() + " " + argument.getValue())
                        .collect(Collectors.joining(", ", " with ", ""));
    }

    private String over(Optional<Over> over) {
        return switch (over.orElse(null)) {
            case null -> "";
            case Over.Objects(var kind) when kind.text().equals("domains") -> " for " + list(occasion.domains());
            case Over.Objects(var kind) -> " for all " + kind;
            case Over.ObjectsOf(var kind, var role) -> " for all %s of the %s".formatted(kind, role);
            case Over.ChangesOf(var step) -> " for what %s changed".formatted(step);
        };
    }

    private static String chunks(Work.Command command) {
        return command.over().isEmpty()
                ? ""
                : ", %d to a command and %d commands at once at most".formatted(command.chunk(), command.window());
    }

    private static String attempts(Retry retry) {
        return retry.attempts() == 1
                ? "it is tried once"
                : "it is tried up to %d times, %s".formatted(retry.attempts(), retry.pauses());
    }

    private static String who(Assignee assignee) {
        return switch (assignee) {
            case MIGRATION_LEAD -> "The migration lead";
            case ENGINEER -> "An engineer";
            case CUSTOMER_IT -> "The customer's IT";
        };
    }
}
