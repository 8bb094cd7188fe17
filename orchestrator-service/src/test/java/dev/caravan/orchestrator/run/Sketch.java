package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Act;
import dev.caravan.orchestrator.runbook.Acts;
import dev.caravan.orchestrator.runbook.Ahead;
import dev.caravan.orchestrator.runbook.Assignee;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.DecisionSpec;
import dev.caravan.orchestrator.runbook.Expression;
import dev.caravan.orchestrator.runbook.Interval;
import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.ObjectKind;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.Phase;
import dev.caravan.orchestrator.runbook.PhaseId;
import dev.caravan.orchestrator.runbook.Retry;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A runbook in few words: steps follow one another unless they say what they need.
final class Sketch {

    static final Retry THRICE = new Retry(3, new Interval(Duration.ofSeconds(30), 2, Duration.ofMinutes(10)));
    static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final List<Step> steps = new ArrayList<>();
    private final List<DecisionSpec> decisions = new ArrayList<>();

    static Sketch runbook() {
        return new Sketch();
    }

    Sketch decision(String name, DecisionSpec.Type type) {
        decisions.add(new DecisionSpec(DecisionName.parse(name), name + "?", type, List.of(), Optional.empty()));
        return this;
    }

    Sketch decision(String name, String byDefault) {
        decisions.add(new DecisionSpec(
                DecisionName.parse(name), name + "?", DecisionSpec.Type.BOOLEAN, List.of(), Optional.of(byDefault)));
        return this;
    }

    Sketch command(String id) {
        return add(id, work(Optional.empty(), 50, 4));
    }

    Sketch command(String id, String kind, int chunk, int window) {
        return add(id, work(Optional.of(new Over.Objects(ObjectKind.parse(kind))), chunk, window));
    }

    Sketch commandOverChanges(String id, String of) {
        return add(id, work(Optional.of(new Over.ChangesOf(StepId.parse(of))), 50, 4));
    }

    private static Work.Command work(Optional<Over> over, int chunk, int window) {
        return new Work.Command(
                CommandName.parse("test.Do"), Map.of(), over, chunk, window, RoleName.parse("dns"), THRICE, TIMEOUT);
    }

    Sketch check(String id, Duration timeout) {
        var every = new Interval(Duration.ofMinutes(1), 2, Duration.ofMinutes(30));
        return add(
                id,
                new Work.Check(
                        CommandName.parse("test.Prove"),
                        Map.of(),
                        Optional.empty(),
                        50,
                        RoleName.parse("dns"),
                        every,
                        timeout,
                        THRICE));
    }

    Sketch task(String id, String instructions) {
        return add(id, new Work.Task(Assignee.ENGINEER, instructions, Acts.NONE, Optional.empty()));
    }

    /// A person publishes a record of each domain by hand.
    Sketch taskThatPublishes(String id) {
        var publish = new Act.ChangeRecord(
                "_Caravan.${domain} TXT", List.of(), List.of("\"here\""), Optional.of(Duration.ofMinutes(5)));
        return add(id, new Work.Task(Assignee.CUSTOMER_IT, "Publish", new Acts(List.of(publish)), Optional.empty()));
    }

    Sketch taskWithEvidence(String id) {
        return add(id, new Work.Task(Assignee.CUSTOMER_IT, "Do it", Acts.NONE, Optional.of("Ticket number")));
    }

    Sketch gate(String id, int approvals, String... preview) {
        var previewed = Arrays.stream(preview).map(StepId::parse).toList();
        return add(id, new Work.Gate("Go on?", approvals, previewed, false, Optional.empty(), List.of()));
    }

    Sketch gateThatDecides(String id, int approvals, String preview, String... decides) {
        var names = Arrays.stream(decides).map(DecisionName::parse).toList();
        var previewed = preview.isEmpty() ? List.<StepId>of() : List.of(StepId.parse(preview));
        return add(id, new Work.Gate("Go on?", approvals, previewed, false, Optional.empty(), names));
    }

    Sketch gateThatConfirmsT0(String id, int approvals) {
        return add(id, new Work.Gate("Is it then?", approvals, List.of(), true, Optional.empty(), List.of()));
    }

    /// Confirms a T0 that is too near when its decision is `true`.
    Sketch gateThatConfirmsT0Although(String id, String decides) {
        var although = Optional.of(new Condition("decided " + decides));
        var names = List.of(DecisionName.parse(decides));
        return add(id, new Work.Gate("Is it then?", 1, List.of(), true, although, names));
    }

    Sketch waitFor(String id, Duration elapsed) {
        return add(id, new Work.Wait(new WaitFor.Elapsed(elapsed)));
    }

    Sketch waitUntil(String id, String moment) {
        return add(id, new Work.Wait(new WaitFor.Until(Moment.parse(moment))));
    }

    Sketch waitForSeconds(String id, String expression) {
        return add(id, new Work.Wait(new WaitFor.Seconds(new Expression(expression))));
    }

    // ---- of the step named last ----------------------------------------------------------------------------------

    Sketch needs(String... ids) {
        var needs = new LinkedHashSet<StepId>();
        Arrays.stream(ids).map(StepId::parse).forEach(needs::add);
        var last = steps.removeLast();
        return put(last, needs, last.when(), last.at(), last.by(), last.backOut());
    }

    Sketch when(String condition) {
        var last = steps.removeLast();
        return put(last, last.needs(), Optional.of(new Condition(condition)), last.at(), last.by(), last.backOut());
    }

    Sketch at(String moment) {
        var last = steps.removeLast();
        return put(last, last.needs(), last.when(), Optional.of(Moment.parse(moment)), last.by(), last.backOut());
    }

    Sketch ahead(String moment, String seconds) {
        var last = steps.removeLast();
        steps.add(new Step(
                last.id(),
                last.phase(),
                last.title(),
                last.guide(),
                last.needs(),
                last.when(),
                last.at(),
                Optional.of(new Ahead(Moment.parse(moment), new Expression(seconds))),
                last.by(),
                last.backOut(),
                last.work()));
        return this;
    }

    Sketch by(String moment) {
        var last = steps.removeLast();
        return put(last, last.needs(), last.when(), last.at(), Optional.of(Moment.parse(moment)), last.backOut());
    }

    Sketch undoable() {
        return undoable(Optional.empty());
    }

    /// Undone only under a condition.
    Sketch undoableWhen(String cel) {
        return undoable(Optional.of(new Condition(cel)));
    }

    private Sketch undoable(Optional<Condition> when) {
        var last = steps.removeLast();
        var undo = new BackOut.Undo(CommandName.parse("test.Undo"), List.of("103"), RoleName.parse("dns"), when);
        return put(last, last.needs(), last.when(), last.at(), last.by(), undo);
    }

    /// Taken back by a person who leaves evidence.
    Sketch byHand(String instructions) {
        var last = steps.removeLast();
        var task = new BackOut.ByHand(
                Assignee.CUSTOMER_IT, instructions, Acts.NONE, Optional.of("What the servers answer"), List.of("106"));
        return put(last, last.needs(), last.when(), last.at(), last.by(), task);
    }

    Sketch irreversible(String reason) {
        var last = steps.removeLast();
        return put(last, last.needs(), last.when(), last.at(), last.by(), new BackOut.Irreversible(reason));
    }

    Runbook done() {
        var phases = List.of(new Phase(PhaseId.parse("all"), "All", false));
        return new Runbook(RunbookName.parse("sketch"), "Sketch", decisions, phases, steps);
    }

    private Sketch add(String id, Work work) {
        var needs = steps.isEmpty() ? Set.<StepId>of() : Set.of(steps.getLast().id());
        steps.add(new Step(
                StepId.parse(id),
                PhaseId.parse("all"),
                id,
                List.of(),
                needs,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new BackOut.NothingToUndo(),
                work));
        return this;
    }

    private Sketch put(
            Step last,
            Set<StepId> needs,
            Optional<Condition> when,
            Optional<Moment> at,
            Optional<Moment> by,
            BackOut backOut) {
        steps.add(new Step(
                last.id(),
                last.phase(),
                last.title(),
                last.guide(),
                needs,
                when,
                at,
                last.ahead(),
                by,
                backOut,
                last.work()));
        return this;
    }
}
