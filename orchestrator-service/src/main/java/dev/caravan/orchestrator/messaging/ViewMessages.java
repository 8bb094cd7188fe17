package dev.caravan.orchestrator.messaging;

import dev.caravan.orchestrator.run.ConnectionRef;
import dev.caravan.orchestrator.run.DomainName;
import dev.caravan.orchestrator.run.FoldedInput;
import dev.caravan.orchestrator.run.OpenTask;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.run.RunState;
import dev.caravan.orchestrator.run.Schedule;
import dev.caravan.orchestrator.run.StepState;
import dev.caravan.orchestrator.run.Words;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.run.PlanView;
import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a dashboard shows of a run, as the records of `caravan.run.views`, and the keys that they are kept under.
public final class ViewMessages {

    private ViewMessages() {}

    public static String key(RunId run) {
        return run.text();
    }

    public static String key(RunId run, StepId step) {
        return run + "/step/" + step;
    }

    public static String key(RunId run, StepId gate, int number) {
        return run + "/plan/" + gate + "/" + number;
    }

    /// One line of the list of runs.
    ///
    /// @param losses what a back-out now could not take back, in words
    public static RunView run(Run run, Runbook runbook, List<String> losses) {
        var charter = run.charter();
        return RunView.newBuilder()
                .setRunId(run.id().text())
                .setTitle(charter.title())
                .setCustomerId(charter.customerId().text())
                .setRunbook(charter.runbook().text())
                .setRunbookHash(charter.runbookHash())
                .setState(Words.of(run.state()))
                .setDetail(detail(run, runbook))
                .setT0(run.cutover().t0())
                .setT0Confirmed(run.cutover().isConfirmed())
                .setTimeZone(charter.zone().getId())
                .setDomains(charter.domains().stream().map(DomainName::text).toList())
                .setRequestedBy(charter.requestedBy().name())
                .setCreatedAt(charter.createdAt())
                .setEndedAt(run.endedAt().orElse(null))
                .setStepsTotal(runbook.steps().size())
                .setStepsEnded((int) run.steps().values().stream()
                        .filter(ViewMessages::isOver)
                        .count())
                .setObjectsDone(run.steps().values().stream()
                        .mapToInt(state -> state.tally().objects())
                        .sum())
                .setSequence(run.sequence())
                .setInputs(run.inputs().stream().map(FoldedInput::toString).toList())
                .setLosses(losses)
                .setNextDue(run.timers().values().stream()
                        .min(Comparator.naturalOrder())
                        .orElse(null))
                .build();
    }

    /// One step of a run.
    ///
    /// @param position of the step in its runbook, from 0
    /// @param question what a gate asks; empty for other steps
    /// @param task what the person who does a task reads; empty for other steps
    /// @param connection that the step acts on
    public static StepView step(
            Run run,
            Runbook runbook,
            Step step,
            int position,
            String question,
            Optional<OpenTask> task,
            Schedule schedule,
            Optional<ConnectionRef> connection,
            Statement statement) {
        return new StepPage(run, runbook, step, task, schedule, statement).view(position, question, connection);
    }

    /// One sentence of a plan that a gate shows.
    public static PlanView plan(RunId run, StepId gate, StepId step, int number, dev.caravan.kit.plan.Change change) {
        return new PlanView(run.text(), gate.text(), step.text(), number, StoryMessages.change(change));
    }

    private static String detail(Run run, Runbook runbook) {
        return switch (run.state()) {
            case RunState.Parked parked -> parked.fault().why();
            case RunState.Failing _, RunState.Failed _, RunState.BackOutFailed _ -> firstFailure(run, runbook);
            case RunState.Running _,
                    RunState.Paused _,
                    RunState.Completed _,
                    RunState.BackingOut _,
                    RunState.BackOutPaused _,
                    RunState.BackedOut _ -> "";
        };
    }

    private static String firstFailure(Run run, Runbook runbook) {
        return runbook.steps().stream()
                .map(step -> switch (run.step(step.id())) {
                    case StepState.Failed failed -> step.id() + ": " + failed.reason();
                    case StepState.UndoFailed failed -> step.id() + ": " + failed.reason();
                    case StepState other -> "";
                })
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean isOver(StepState state) {
        return state instanceof StepState.Passed
                || state instanceof StepState.Cancelled
                || state instanceof StepState.Undone
                || state instanceof StepState.UndoSkipped;
    }
}
