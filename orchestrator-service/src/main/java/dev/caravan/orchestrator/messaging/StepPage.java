package dev.caravan.orchestrator.messaging;

import static java.util.stream.Collectors.joining;

import dev.caravan.orchestrator.run.Chunk;
import dev.caravan.orchestrator.run.Conflict;
import dev.caravan.orchestrator.run.ConnectionRef;
import dev.caravan.orchestrator.run.OpenTask;
import dev.caravan.orchestrator.run.Person;
import dev.caravan.orchestrator.run.PlanDigest;
import dev.caravan.orchestrator.run.Progress;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.run.Schedule;
import dev.caravan.orchestrator.run.StepState;
import dev.caravan.orchestrator.run.Tally;
import dev.caravan.orchestrator.run.TooNear;
import dev.caravan.orchestrator.run.Words;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.DecisionSpec;
import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import dev.caravan.schemas.run.OpenDecision;
import dev.caravan.schemas.run.StepView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a dashboard shows of one step: who waits for what, in words that need no runbook beside them.
final class StepPage {

    private static final String DOMAINS = "domains";

    private final Run run;
    private final Runbook runbook;
    private final Step step;
    private final StepState state;
    private final Optional<OpenTask> task;
    private final Schedule schedule;
    private final Statement statement;

    StepPage(Run run, Runbook runbook, Step step, Optional<OpenTask> task, Schedule schedule, Statement statement) {
        this.run = run;
        this.runbook = runbook;
        this.step = step;
        this.state = run.step(step.id());
        this.task = task;
        this.schedule = schedule;
        this.statement = statement;
    }

    /// @param question what a gate asks
    StepView view(int position, String question, Optional<ConnectionRef> connection) {
        var tally = state.tally();
        var span = span();
        var gate = step.work() instanceof Work.Gate work ? Optional.of(work) : Optional.<Work.Gate>empty();
        return StepView.newBuilder()
                .setRunId(run.id().text())
                .setStepId(step.id().text())
                .setPosition(position)
                .setPhase(step.phase().text())
                .setTitle(step.title())
                .setKind(step.work().kind())
                .setGuide(step.guide())
                .setNeeds(step.needs().stream().map(Object::toString).toList())
                .setState(Words.of(state))
                .setWaitsFor(waitsFor())
                .setReason(reason())
                .setDue(due())
                .setStartedAt(started())
                .setEndedAt(span.map(StepState.Span::ended).orElse(null))
                .setAttempts(attempts(tally))
                .setObjectsTotal(objectsTotal(tally))
                .setObjectsDone(tally.objects())
                .setObjectsFailed(tally.failed())
                .setChanges(tally.changes())
                .setQuestion(question)
                .setEarliestT0(schedule.tooNear().map(TooNear::earliestT0).orElse(null))
                .setInstructions(task.map(OpenTask::text).orElse(""))
                .setEvidence(evidence())
                .setAssignee(task.map(open -> open.assignee().toString()).orElse(""))
                .setApprovals(gate.map(Work.Gate::approvals).orElse(0))
                .setApprovedBy(approvedBy())
                .setDecides(decides())
                .setPlanHash(plan().hash())
                .setAnswer(statement.answer())
                .setAnsweredBy(statement.answeredBy())
                .setBackOut(backOut())
                .setBackOutGuide(backOutGuide())
                .setConflicts(conflicts(tally))
                .setActs(task.map(open -> ActMessages.written(open.acts())).orElse(List.of()))
                .setConnectionId(
                        connection.map(ref -> ref.connectionId().text()).orElse(""))
                .setAccount(connection.map(ref -> ref.account().text()).orElse(""))
                .build();
    }

    // ---- who waits for what --------------------------------------------------------------------------------------

    private String waitsFor() {
        return switch (state) {
            case StepState.Pending _ -> needs();
            case StepState.Scheduled _, StepState.Waiting _ -> "its time";
            case StepState.Working working -> work(working.progress());
            case StepState.Stopping stopping -> work(stopping.progress());
            case StepState.Previewing previewing -> "the plan of " + previewing.step();
            case StepState.GateOpen open -> approvals(open);
            case StepState.TaskOpen _, StepState.UndoOpen _ ->
                task.map(open -> open.assignee().toString()).orElse("");
            case StepState.Undoing undoing -> work(undoing.progress());
            case StepState.Failed _ -> "a person: retry it, go on without it, or back out";
            case StepState.UndoFailed _ -> "a person: retry the undo or go on without it";
            case StepState.Succeeded _,
                    StepState.NotNeeded _,
                    StepState.Skipped _,
                    StepState.Cancelled _,
                    StepState.Undone _,
                    StepState.UndoSkipped _ -> "";
        };
    }

    private String needs() {
        return step.needs().stream()
                .filter(need -> !(run.step(need) instanceof StepState.Passed))
                .map(Object::toString)
                .collect(joining(", "));
    }

    private String approvals(StepState.GateOpen open) {
        var wanted = step.work() instanceof Work.Gate gate ? gate.approvals() : 1;
        var missing = Math.max(0, wanted - open.approvedBy().size());
        return missing == 1 ? "one approval" : missing + " approvals";
    }

    private static String work(Progress progress) {
        var inFlight = count(progress, Chunk.Stage.InFlight.class);
        var resting = progress.chunks().stream()
                .map(Chunk::stage)
                .filter(Chunk.Stage.Resting.class::isInstance)
                .map(Chunk.Stage.Resting.class::cast)
                .findFirst();
        if (inFlight > 0) {
            return inFlight == 1 ? "a worker" : inFlight + " commands at workers";
        }
        return resting.map(rest -> "another try: " + rest.reason()).orElse("");
    }

    private static long count(Progress progress, Class<? extends Chunk.Stage> stage) {
        return progress.chunks().stream()
                .map(Chunk::stage)
                .filter(stage::isInstance)
                .count();
    }

    private String reason() {
        return switch (state) {
            case StepState.Failed failed -> failed.reason();
            case StepState.Skipped skipped -> skipped.reason();
            case StepState.UndoFailed failed -> failed.reason();
            case StepState.UndoSkipped skipped -> skipped.reason();
            case StepState.Working _ -> schedule.late().map(this::late).orElse("");
            case StepState.NotNeeded _ ->
                step.when().map(when -> "not so: " + when).orElse("");
            case StepState other -> "";
        };
    }

    private String late(Instant expected) {
        return "late: it should be over by %s and is not before %s"
                .formatted(step.by().map(Moment::toString).orElse(""), run.readable(expected));
    }

    // ---- when ----------------------------------------------------------------------------------------------------

    private @Nullable Instant due() {
        return switch (state) {
            case StepState.Scheduled scheduled -> scheduled.due();
            case StepState.Waiting waiting -> waiting.due();
            case StepState.Pending _ -> schedule.start().orElse(null);
            case StepState other -> null;
        };
    }

    private @Nullable Instant started() {
        return switch (state) {
            case StepState.Cancellable open -> open.started();
            case StepState.UndoOpen open -> open.asked();
            case StepState other -> span().map(StepState.Span::started).orElse(null);
        };
    }

    private Optional<StepState.Span> span() {
        return switch (state) {
            case StepState.Ended ended -> Optional.of(ended.span());
            case StepState.Undoing undoing -> Optional.of(undoing.before().span());
            case StepState.UndoFailed failed -> Optional.of(failed.before().span());
            case StepState.Undone undone -> Optional.of(undone.before().span());
            case StepState.UndoSkipped skipped -> Optional.of(skipped.before().span());
            case StepState other -> Optional.empty();
        };
    }

    // ---- what ----------------------------------------------------------------------------------------------------

    /// How often it was tried. Where no command is issued that is how often people had it done.
    private int attempts(Tally tally) {
        return switch (step.work()) {
            case Work.Command _, Work.Check _ -> tally.attempts();
            case Work.Task _, Work.Gate _, Work.Wait _ -> rounds(state);
        };
    }

    private static int rounds(StepState state) {
        return switch (state) {
            case StepState.Begun begun -> begun.round().number();
            case StepState.Succeeded succeeded -> succeeded.round().number();
            case StepState.Failed failed -> failed.round().number();
            case StepState.UndoOpen open -> rounds(open.before());
            case StepState.Undone undone -> rounds(undone.before());
            case StepState.UndoSkipped skipped -> rounds(skipped.before());
            case StepState other -> 0;
        };
    }

    /// All domains of the run, where the step goes over them; otherwise as many as have been cut so far.
    private int objectsTotal(Tally tally) {
        var over = switch (step.work()) {
            case Work.Command command -> command.over();
            case Work.Check check -> check.over();
            case Work.Task _, Work.Gate _, Work.Wait _ -> Optional.<Over>empty();
        };
        var isOverDomains = over.filter(it -> it.toString().equals(DOMAINS)).isPresent();
        return isOverDomains ? run.charter().domains().size() : tally.objects() + openObjects();
    }

    private int openObjects() {
        return switch (state) {
            case StepState.Working working -> openObjects(working.progress());
            case StepState.Stopping stopping -> openObjects(stopping.progress());
            case StepState.Failed failed ->
                failed.progress().map(StepPage::openObjects).orElse(0);
            case StepState other -> 0;
        };
    }

    private static int openObjects(Progress progress) {
        return progress.chunks().stream()
                .mapToInt(chunk -> Math.max(0, chunk.range().objects() - chunk.partsDone()))
                .sum();
    }

    /// What was given as proof, or as long as the task is open what is asked for.
    private String evidence() {
        var isOpen = state instanceof StepState.TaskOpen || state instanceof StepState.UndoOpen;
        return isOpen || statement.evidence().isEmpty()
                ? task.map(OpenTask::evidence).orElse("")
                : statement.evidence();
    }

    private List<String> approvedBy() {
        return state instanceof StepState.GateOpen open
                ? open.approvedBy().stream().map(Person::name).toList()
                : statement.approvedBy();
    }

    /// What an open gate asks for along with its approval.
    private List<OpenDecision> decides() {
        return state instanceof StepState.GateOpen && step.work() instanceof Work.Gate gate
                ? runbook.decisions().stream()
                        .filter(decision -> gate.decides().contains(decision.name()))
                        .map(StepPage::decision)
                        .toList()
                : List.of();
    }

    private static OpenDecision decision(DecisionSpec decision) {
        return new OpenDecision(
                decision.name().text(),
                decision.question(),
                decision.type().toString(),
                decision.options(),
                decision.byDefault().orElse(""));
    }

    private PlanDigest plan() {
        return switch (state) {
            case StepState.GateOpen open -> open.plan();
            case StepState.Previewing previewing -> previewing.plan();
            case StepState other -> new PlanDigest("", 0);
        };
    }

    private String backOut() {
        return switch (step.backOut()) {
            case BackOut.Undo undo -> "undo: " + undo.command();
            case BackOut.ByHand byHand -> "task: " + byHand.assignee();
            case BackOut.NothingToUndo _ -> "nothing-to-undo";
            case BackOut.Irreversible irreversible -> "irreversible: " + irreversible.reason();
        };
    }

    private List<String> backOutGuide() {
        return switch (step.backOut()) {
            case BackOut.Undo undo -> undo.guide();
            case BackOut.ByHand byHand -> byHand.guide();
            case BackOut.NothingToUndo _, BackOut.Irreversible _ -> List.of();
        };
    }

    private List<String> conflicts(Tally tally) {
        var undone = switch (state) {
            case StepState.Undoing undoing -> undoing.progress().tally().conflicts();
            case StepState.UndoFailed failed -> failed.progress().tally().conflicts();
            case StepState.Undone it -> it.progress().tally().conflicts();
            case StepState.UndoSkipped skipped -> skipped.undone().conflicts();
            case StepState other -> List.<Conflict>of();
        };
        return Stream.of(tally.conflicts(), undone)
                .flatMap(Collection::stream)
                .map(Conflict::sentence)
                .distinct()
                .toList();
    }
}
