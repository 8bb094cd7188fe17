package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// People who approve, answer, pause, move, skip, retry and back out: by chance, often what is not legal; or, once
/// they have calmed down, just what the run waits for.
final class FakePeople {

    private static final List<String> NAMES = List.of("Lena Lead", "Ada", "ada ", "Bob", " BOB", "Cleo");

    private final Random random;
    private final Runbook runbook;
    private int requests;

    FakePeople(Random random, Runbook runbook) {
        this.random = random;
        this.runbook = runbook;
    }

    RunInput.Request actByChance(Run run, Cause cause) {
        var input = random.nextInt(15) == 0 && requests > 0 ? id(random.nextInt(requests)) : id(requests++);
        var by = Person.parse(NAMES.get(random.nextInt(NAMES.size())));
        var step = runbook.steps().get(random.nextInt(runbook.steps().size())).id();
        var reason = random.nextInt(12) == 0 ? " " : "reason";
        return switch (random.nextInt(24)) {
            case 0, 1 -> new RunInput.Paused(cause, input, by, reason);
            case 2, 3, 4 -> new RunInput.Resumed(cause, input, by);
            case 5 ->
                random.nextInt(4) == 0
                        ? new RunInput.BackOutRequested(cause, input, by, reason)
                        : new RunInput.Resumed(cause, input, by);
            case 6 ->
                new RunInput.T0Moved(
                        cause, input, by, run.cutover().t0().plus(Duration.ofHours(random.nextInt(96) - 48)), reason);
            case 7, 8 -> new RunInput.Unparked(cause, input, by, reason);
            case 9, 10 -> new RunInput.StepSkipped(cause, input, by, step, reason);
            case 11, 12, 13 ->
                new RunInput.StepRetried(cause, input, by, failed(run).orElse(step));
            case 14 -> new RunInput.GateRejected(cause, input, by, open(run).orElse(step), reason);
            case 15, 16 ->
                new RunInput.TaskAnswered(
                        cause, input, by, open(run).orElse(step), "done", random.nextBoolean() ? "T-1" : "", List.of());
            default -> approved(run, cause, input, by, open(run).orElse(step));
        };
    }

    private RunInput.Request approved(Run run, Cause cause, InputId input, Person by, StepId step) {
        var hash = run.step(step) instanceof StepState.GateOpen open && random.nextInt(8) > 0
                ? open.plan().hash()
                : "stale";
        return new RunInput.GateApproved(
                cause, input, by, step, hash, random.nextInt(8) > 0 ? answers(step) : Map.of());
    }

    private static boolean isTooNear(Run run) {
        return !run.inputs().isEmpty()
                && run.inputs()
                        .getFirst()
                        .refusal()
                        .filter(refusal -> refusal.code() == Refusal.Code.TOO_NEAR)
                        .isPresent();
    }

    /// What takes the run on, if it waits for a person.
    Optional<RunInput.Request> help(Run run, Cause cause) {
        var input = id(requests);
        var ada = Person.parse("Ada");
        Optional<RunInput.Request> help = switch (run.state()) {
            case RunState.Paused _, RunState.BackOutPaused _ -> Optional.of(new RunInput.Resumed(cause, input, ada));
            case RunState.Parked _ -> Optional.of(new RunInput.Unparked(cause, input, ada, "reason"));
            case RunState.Completed _, RunState.BackedOut _ -> Optional.empty();
            case RunState.Running _
            when isTooNear(run) -> {
                var later = run.cutover().t0().plus(Duration.ofDays(30));
                yield Optional.of(new RunInput.T0Moved(cause, input, ada, later, "reason"));
            }
            case RunState.Running _,
                    RunState.Failing _,
                    RunState.Failed _,
                    RunState.BackingOut _,
                    RunState.BackOutFailed _ -> helpSteps(run, cause, input);
        };
        help.ifPresent(_ -> requests++);
        return help;
    }

    private Optional<RunInput.Request> helpSteps(Run run, Cause cause, InputId input) {
        return runbook.steps().stream()
                .flatMap(step -> helpStep(step, run, cause, input).stream())
                .findFirst();
    }

    private Optional<RunInput.Request> helpStep(Step step, Run run, Cause cause, InputId input) {
        var ada = Person.parse("Ada");
        return switch (run.step(step.id())) {
            case StepState.Failed _ when !(run.state() instanceof RunState.Forward) -> Optional.empty();
            case StepState.Failed failed
            when failed.round().number() > 3 && !(step.work() instanceof Work.Gate) ->
                Optional.of(new RunInput.StepSkipped(cause, input, ada, step.id(), "reason"));
            case StepState.Failed _, StepState.UndoFailed _ ->
                Optional.of(new RunInput.StepRetried(cause, input, ada, step.id()));
            case StepState.TaskOpen _, StepState.UndoOpen _ ->
                Optional.of(new RunInput.TaskAnswered(cause, input, ada, step.id(), "done", "T-1", List.of()));
            // Others are helped first: T0 is moved when the run goes on.
            case StepState.GateOpen _ when isTooNear(run) -> Optional.empty();
            case StepState.GateOpen open -> {
                var by = open.approvedBy().stream().anyMatch(ada::isSameAs) ? Person.parse("Bob") : ada;
                yield Optional.of(new RunInput.GateApproved(
                        cause, input, by, step.id(), open.plan().hash(), given(open, answers(step.id()))));
            }
            case StepState other -> Optional.empty();
        };
    }

    /// Whoever approves second says what the first has said.
    private static Map<DecisionName, String> given(StepState.GateOpen open, Map<DecisionName, String> answers) {
        var given = new LinkedHashMap<>(answers);
        given.putAll(open.decided());
        return given;
    }

    private Map<DecisionName, String> answers(StepId step) {
        var answers = new LinkedHashMap<DecisionName, String>();
        if (runbook.step(step).work() instanceof Work.Gate gate) {
            gate.decides().forEach(name -> answers.put(name, random.nextInt(10) == 0 ? "" : "true"));
            gate.decides().forEach(name -> answers.replace(name, "", "true"));
        }
        return answers;
    }

    private Optional<StepId> failed(Run run) {
        return find(run, state -> state instanceof StepState.Failed || state instanceof StepState.UndoFailed);
    }

    private Optional<StepId> open(Run run) {
        return find(
                run,
                state -> state instanceof StepState.GateOpen
                        || state instanceof StepState.TaskOpen
                        || state instanceof StepState.UndoOpen);
    }

    private Optional<StepId> find(Run run, java.util.function.Predicate<StepState> wanted) {
        return random.nextInt(5) == 0
                ? Optional.empty()
                : runbook.steps().stream()
                        .map(Step::id)
                        .filter(step -> wanted.test(run.step(step)))
                        .findFirst();
    }

    private static InputId id(int number) {
        return InputId.parse("request-" + number);
    }
}
