package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// One run with the least of a shell around it: it takes inputs in, cuts chunks, keeps timers and remembers what was
/// issued and told. Tests play the workers, the people and the clock.
final class Scene {

    static final RunId RUN = RunId.parse("r1");
    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    static final Instant T0 = Instant.parse("2026-12-04T19:00:00Z");
    static final Person LEAD = Person.parse("Lena Lead");
    static final Person ADA = Person.parse("Ada");
    static final Person BOB = Person.parse("Bob");

    final Runbook runbook;
    final RunProcess process;
    final Map<CommandId, RunEffect.IssueCommand> issued = new LinkedHashMap<>();
    final Map<TimerName, Instant> timers =
            new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
    final List<RunEvent> told = new ArrayList<>();
    final List<RunInput> history = new ArrayList<>();
    final List<Invariant.Turn> turns = new ArrayList<>();
    final Map<String, List<String>> objects = new LinkedHashMap<>();
    private final List<Invariant> invariants;

    Instant now = START;
    Run run;
    private int count;

    Scene(Runbook runbook) {
        this(runbook, Given.conditions());
    }

    Scene(Runbook runbook, Conditions conditions) {
        this.runbook = runbook;
        this.process = new RunProcess(runbook, conditions);
        this.invariants = Invariants.of(runbook);
        objects.put("domains", List.of("a.example", "b.example", "c.example"));
        this.run = Run.from(created(Map.of()));
    }

    /// A run that has been created.
    static Scene of(Sketch sketch) {
        return of(sketch, Map.of());
    }

    static Scene of(Sketch sketch, Map<String, String> decisions) {
        var scene = new Scene(sketch.done());
        var created = scene.created(decisions);
        scene.run = Run.from(created);
        scene.take(created);
        return scene;
    }

    RunInput.Created created(Map<String, String> decisions) {
        var dns = new ConnectionRef(ConnectionId.parse("dns-1"), AccountId.parse("dns:fabrikam"));
        var answers = new LinkedHashMap<DecisionName, String>();
        decisions.forEach((name, answer) -> answers.put(DecisionName.parse(name), answer));
        return new RunInput.Created(
                cause(),
                input(),
                RUN,
                "Fabrikam to Contoso",
                CustomerId.parse("7d1f"),
                runbook.name(),
                "hash",
                Map.of(RoleName.parse("dns"), dns),
                List.of(DomainName.parse("a.example"), DomainName.parse("b.example"), DomainName.parse("c.example")),
                ZoneId.of("Europe/Berlin"),
                T0,
                answers,
                LEAD);
    }

    Cause cause() {
        return new Cause(now, "cause-" + count++);
    }

    InputId input() {
        return InputId.parse("input-" + count++);
    }

    // ---- taking in -----------------------------------------------------------------------------------------------

    /// Folds an input and does what the run asks; says what it asked.
    List<RunEffect> take(RunInput input) {
        var before = run;
        history.add(input);
        run = process.evolve(before, input);
        var effects = process.react(before, run, input);
        turns.add(new Invariant.Turn(before, input, run, effects));
        invariants.forEach(invariant -> invariant.check(turns.getLast()));
        var all = new ArrayList<>(effects);
        for (var effect : effects) {
            all.addAll(perform(effect));
        }
        return all;
    }

    private List<RunEffect> perform(RunEffect effect) {
        return switch (effect) {
            case RunEffect.IssueCommand command -> {
                issued.put(command.id(), command);
                yield List.of();
            }
            case RunEffect.StartTimer timer -> {
                timers.put(timer.timer(), timer.due());
                yield List.of();
            }
            case RunEffect.CancelTimer timer -> {
                timers.remove(timer.timer());
                yield List.of();
            }
            case RunEffect.Tell tell -> {
                told.add(tell.event());
                yield List.of();
            }
            case RunEffect.CutChunk cut -> take(cut(cut));
        };
    }

    private RunInput.ChunkCut cut(RunEffect.CutChunk cut) {
        var keys = keys(cut.over()).stream()
                .filter(key ->
                        cut.afterKey().map(after -> key.compareTo(after) > 0).orElse(true))
                .toList();
        var chunk = keys.subList(0, Math.min(keys.size(), cut.objectsMax()));
        var range = chunk.isEmpty() ? ChunkRange.NONE : new ChunkRange(chunk.getFirst(), chunk.getLast(), chunk.size());
        return new RunInput.ChunkCut(cause(), cut.errand(), cut.chunk(), range, chunk.size() == keys.size());
    }

    private List<String> keys(Over over) {
        return objects.getOrDefault(over.toString(), List.of());
    }

    /// What a chunk of that kind is cut from.
    Scene objects(String kind, String... keys) {
        objects.put(kind, List.of(keys));
        return this;
    }

    /// So many objects of a kind.
    Scene has(String kind, int count) {
        objects.put(kind, IntStream.range(0, count).mapToObj("o%04d"::formatted).toList());
        return this;
    }

    // ---- time ----------------------------------------------------------------------------------------------------

    /// Time passes; every timer that falls due fires at its instant.
    Scene pass(Duration time) {
        var end = now.plus(time);
        while (true) {
            var next = timers.entrySet().stream()
                    .filter(timer -> !timer.getValue().isAfter(end))
                    .min(Map.Entry.comparingByValue());
            if (next.isEmpty()) {
                now = end;
                return this;
            }
            var due = next.get().getValue();
            now = due.isAfter(now) ? due : now;
            timers.remove(next.get().getKey());
            take(new RunInput.TimerFired(cause(), next.get().getKey(), due));
        }
    }

    Scene passUntil(Instant moment) {
        return pass(Duration.between(now, moment));
    }

    // ---- workers -------------------------------------------------------------------------------------------------

    static CommandId id(String errandChunkAttempt) {
        return CommandId.parse(RUN + "/" + errandChunkAttempt);
    }

    List<RunEffect> done(String command) {
        return done(command, Map.of());
    }

    List<RunEffect> done(String command, Map<String, Object> facts) {
        return take(new RunInput.Done(cause(), id(command), facts, List.of()));
    }

    List<RunEffect> planned(String command, String... digests) {
        return take(new RunInput.PlanTold(cause(), id(command), List.of(digests), digests.length, List.of()));
    }

    List<RunEffect> failed(String command) {
        return take(
                new RunInput.Failed(cause(), id(command), true, "throttled", "too many requests", 0, Optional.empty()));
    }

    List<RunEffect> failedForGood(String command) {
        return take(new RunInput.Failed(cause(), id(command), false, "gone", "no such object", 1, Optional.empty()));
    }

    List<RunEffect> refused(String command, String code) {
        return take(new RunInput.Refused(cause(), id(command), code, "because"));
    }

    List<RunEffect> continued(String command, String cursor, int objects) {
        return take(new RunInput.Continued(cause(), id(command), cursor, objects));
    }

    List<RunEffect> notYet(String command, Duration retryAfter) {
        return take(new RunInput.NotYet(cause(), id(command), retryAfter, "not served yet", Optional.empty()));
    }

    // ---- people --------------------------------------------------------------------------------------------------

    List<RunEffect> approve(String gate, Person by) {
        var hash = run.step(StepId.parse(gate)) instanceof StepState.GateOpen open
                ? open.plan().hash()
                : "";
        return approve(gate, by, hash, Map.of());
    }

    List<RunEffect> approve(String gate, Person by, String planHash, Map<DecisionName, String> decisions) {
        return take(new RunInput.GateApproved(cause(), input(), by, StepId.parse(gate), planHash, decisions));
    }

    List<RunEffect> reject(String gate, Person by, String reason) {
        return take(new RunInput.GateRejected(cause(), input(), by, StepId.parse(gate), reason));
    }

    List<RunEffect> answer(String task, String evidence) {
        return answer(task, evidence, List.of());
    }

    List<RunEffect> answer(String task, String evidence, List<RunInput.Touched> touched) {
        return take(new RunInput.TaskAnswered(cause(), input(), ADA, StepId.parse(task), "done", evidence, touched));
    }

    List<RunEffect> retry(String step) {
        return take(new RunInput.StepRetried(cause(), input(), ADA, StepId.parse(step)));
    }

    List<RunEffect> skip(String step, String reason) {
        return take(new RunInput.StepSkipped(cause(), input(), ADA, StepId.parse(step), reason));
    }

    List<RunEffect> pause() {
        return take(new RunInput.Paused(cause(), input(), ADA, "lunch"));
    }

    List<RunEffect> resume() {
        return take(new RunInput.Resumed(cause(), input(), ADA));
    }

    List<RunEffect> backOut() {
        return take(new RunInput.BackOutRequested(cause(), input(), ADA, "the customer says stop"));
    }

    /// The worker says when it is going to be over.
    List<RunEffect> expect(String command, Duration retryAfter, Instant expected) {
        return take(
                new RunInput.NotYet(cause(), id(command), retryAfter, "passes have not ended", Optional.of(expected)));
    }

    List<RunEffect> moveT0(Instant t0) {
        return take(new RunInput.T0Moved(cause(), input(), ADA, t0, "holiday"));
    }

    List<RunEffect> fault() {
        return take(new RunInput.FaultFound(cause(), new Fault("garbage", "caravan.dns.events", 0, 7)));
    }

    List<RunEffect> unpark() {
        return take(new RunInput.Unparked(cause(), input(), ADA, "looked at it"));
    }

    // ---- what can be seen ----------------------------------------------------------------------------------------

    StepState step(String id) {
        return run.step(StepId.parse(id));
    }

    /// Commands that were issued, as `errand/chunk/attempt`.
    static List<String> commands(List<RunEffect> effects) {
        return effects.stream()
                .filter(RunEffect.IssueCommand.class::isInstance)
                .map(RunEffect.IssueCommand.class::cast)
                .map(command -> command.id().toString().substring(RUN.text().length() + 1))
                .toList();
    }

    static List<RunEvent> events(List<RunEffect> effects) {
        return effects.stream()
                .filter(RunEffect.Tell.class::isInstance)
                .map(effect -> ((RunEffect.Tell) effect).event())
                .toList();
    }

    /// Names of events that were told, in order.
    static List<String> stories(List<RunEffect> effects) {
        return events(effects).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    /// The code that the only request was refused with; empty when it was not.
    static String refusal(List<RunEffect> effects) {
        return events(effects).stream()
                .filter(RunEvent.InputRefused.class::isInstance)
                .map(event -> ((RunEvent.InputRefused) event).refusal().code().toString())
                .findFirst()
                .orElse("");
    }
}
