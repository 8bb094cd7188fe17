package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.Expression;
import dev.caravan.orchestrator.runbook.RandomRunbooks;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One random runbook, run through one random history in one thread: first in a world where everything may go wrong,
/// then in one that has calmed down, where the run has to come to an end.
final class Simulation {

    private static final int STORMY_TURNS_MAX = 150;
    private static final int CALM_TURNS_MAX = 20_000;
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    /// Something that happens to the run at an instant.
    private record Event(Instant at, long order, Supplier<Optional<RunInput>> input) {}

    final long seed;
    final Runbook runbook;
    final Remote remote;
    final List<RunInput> history = new ArrayList<>();
    final RunInput.Created created;
    private final Random random;
    private final RunProcess process;
    private final List<Invariant> invariants;
    private final FakeWorkers workers;
    private final FakePeople people;
    private final Consumer<Invariant.Turn> witness;
    private final PriorityQueue<Event> agenda =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final List<DomainName> domains = new ArrayList<>();
    private Instant now = START;
    private Run run;
    private long count;

    Simulation(long seed) {
        this(seed, _ -> {});
    }

    /// @param witness sees every turn
    Simulation(long seed, Consumer<Invariant.Turn> witness) {
        this.witness = witness;
        this.seed = seed;
        this.random = new Random(seed);
        this.runbook = RandomRunbooks.of(seed);
        for (var number = 0; number <= random.nextInt(5); number++) {
            domains.add(DomainName.parse("d" + number + ".example"));
        }
        this.remote = new Remote(domains.stream().map(DomainName::text).toList(), random.nextInt(120));
        this.process = new RunProcess(runbook, byChance());
        this.invariants = Invariants.of(runbook);
        this.workers = new FakeWorkers(random, remote);
        this.people = new FakePeople(random, runbook);
        this.created = created();
        this.run = Run.from(created);
    }

    /// The run at its end.
    Run toTheEnd() {
        take(created);
        var stop = random.nextInt(3) > 0 ? random.nextInt(STORMY_TURNS_MAX / 2) : STORMY_TURNS_MAX;
        for (var turn = 0; turn < STORMY_TURNS_MAX; turn++) {
            stir();
            next();
            if (turn == stop) {
                backOut("stop");
            }
        }
        workers.calmDown();
        finish();
        if (run.state() instanceof RunState.Completed && random.nextBoolean()) {
            backOut("at-last");
            finish();
        }
        return run;
    }

    private void backOut(String input) {
        take(new RunInput.BackOutRequested(cause(), InputId.parse(input), Person.parse("Ada"), "stop"));
    }

    private void finish() {
        for (var turn = 0; turn < CALM_TURNS_MAX; turn++) {
            if (run.state() instanceof RunState.Completed || run.state() instanceof RunState.BackedOut) {
                return;
            }
            var help = people.help(run, cause());
            if (help.isPresent()) {
                take(help.get());
            } else {
                Invariant.require(!agenda.isEmpty(), "the run waits for nothing and nobody: %s", run);
                next();
            }
        }
        throw new AssertionError("the run does not end: " + run);
    }

    RunProcess process() {
        return process;
    }

    /// Replays the history on a run from scratch.
    Run replayed() {
        var replayed = Run.from(created);
        for (var input : history) {
            replayed = process.evolve(replayed, input);
        }
        return replayed;
    }

    /// After a back-out nothing of what can be undone is left at the remote, unless people have said so.
    void requireRestored() {
        if (!(run.state() instanceof RunState.BackedOut)) {
            return;
        }
        for (var step : runbook.steps()) {
            var isLeft =
                    !(step.backOut() instanceof BackOut.Undo) || run.step(step.id()) instanceof StepState.UndoSkipped;
            Invariant.require(
                    isLeft || remote.changed(step.id()).isEmpty(),
                    "%s is backed out, but changed are %s",
                    step.id(),
                    remote.changed(step.id()));
        }
    }

    // ---- what happens --------------------------------------------------------------------------------------------

    private void stir() {
        if (random.nextInt(3) == 0) {
            var at = now.plusSeconds(random.nextInt(random.nextInt(5) == 0 ? 200_000 : 600));
            later(at, () -> Optional.of(people.actByChance(run, cause())));
        }
        if (random.nextInt(8) == 0) {
            people.help(run, cause()).ifPresent(this::take);
        }
        if (random.nextInt(100) == 0) {
            later(
                    now,
                    () -> Optional.of(
                            new RunInput.FaultFound(cause(), new Fault("garbage", "caravan.dns.events", 0, count))));
        }
        if (random.nextInt(20) == 0) {
            untimely().ifPresent(this::take);
        }
    }

    /// A timer that fires too early, or one that the run does not have.
    private Optional<RunInput> untimely() {
        return run.timers().entrySet().stream()
                .skip(random.nextInt(run.timers().size() + 1))
                .findFirst()
                .map(timer -> new RunInput.TimerFired(
                        cause(), timer.getKey(), timer.getValue().plusSeconds(random.nextBoolean() ? 1 : 0)))
                .filter(fired -> !fired.due().equals(run.timers().get(fired.timer()))
                        || fired.at().isBefore(fired.due()))
                .map(RunInput.class::cast);
    }

    private void next() {
        var event = agenda.poll();
        if (event != null) {
            now = event.at.isAfter(now) ? event.at : now;
            event.input.get().ifPresent(this::take);
        }
    }

    private void take(RunInput input) {
        var before = run;
        run = process.evolve(before, input);
        history.add(input);
        var effects = process.react(before, run, input);
        var turn = new Invariant.Turn(before, input, run, effects);
        invariants.forEach(invariant -> invariant.check(turn));
        witness.accept(turn);
        Invariant.require(run != before || effects.isEmpty(), "an ignored input had effects: %s", effects);
        shell(input);
        effects.forEach(this::perform);
    }

    /// What the shell keeps of an answer: the ledger.
    private void shell(RunInput input) {
        if (input instanceof RunInput.PlanTold told && told.commandId().errand() instanceof Errand.Forward(var step)) {
            told.changeDigests()
                    .forEach(digest ->
                            remote.ledger(step).add(digest.substring(step.text().length())));
        }
        if (input instanceof RunInput.Done done && done.commandId().errand() instanceof Errand.Undo(var step)) {
            remote.undone(done.commandId(), step);
        }
    }

    private void perform(RunEffect effect) {
        switch (effect) {
            case RunEffect.IssueCommand command -> {
                remote.issued(command);
                workers.receive(command, now)
                        .forEach(letter -> later(
                                letter.at(), () -> Optional.of(letter.content().apply(cause()))));
            }
            case RunEffect.CutChunk cut ->
                take(new RunInput.ChunkCut(cause(), cut.errand(), cut.chunk(), remote.cut(cut), remote.isLast(cut)));
            case RunEffect.StartTimer timer -> {
                var due = timer.due().isAfter(now) ? timer.due() : now;
                later(due, () -> fired(timer));
            }
            case RunEffect.CancelTimer _, RunEffect.Tell _ -> {}
        }
    }

    /// The shell's index knows only timers that the run has.
    private Optional<RunInput> fired(RunEffect.StartTimer timer) {
        return timer.due().equals(run.timers().get(timer.timer()))
                ? Optional.of(new RunInput.TimerFired(cause(), timer.timer(), timer.due()))
                : Optional.empty();
    }

    private void later(Instant at, Supplier<Optional<RunInput>> input) {
        agenda.add(new Event(at, count++, input));
    }

    private Cause cause() {
        return new Cause(now, "cause-" + count++);
    }

    // ---- what is given -------------------------------------------------------------------------------------------

    private RunInput.Created created() {
        var connection = new ConnectionRef(ConnectionId.parse("c"), AccountId.parse("a"));
        return new RunInput.Created(
                cause(),
                InputId.parse("created"),
                RunId.parse("r" + seed),
                "Simulated",
                CustomerId.parse("customer"),
                runbook.name(),
                "hash",
                Map.of(RoleName.parse("dns"), connection, RoleName.parse("source"), connection),
                domains,
                ZoneId.of(random.nextBoolean() ? "Europe/Berlin" : "UTC"),
                START.plus(Duration.ofHours(24 * 14 + random.nextInt(48))),
                Map.of(),
                Person.parse("Lena Lead"));
    }

    /// Conditions that depend on the scope alone, like real ones, and sometimes have no answer.
    private static Conditions byChance() {
        return new Conditions() {
            @Override
            public boolean holds(Condition condition, Scope scope) {
                return hash(condition.cel(), scope) % 3 != 0;
            }

            @Override
            public long number(Expression expression, Scope scope) {
                return hash(expression.cel(), scope) * 60L;
            }

            private int hash(String text, Scope scope) {
                var hash = Math.floorMod((text + scope.decisions() + scope.facts()).hashCode(), 100);
                if (hash < 5) {
                    throw new IllegalArgumentException("'" + text + "' has no answer");
                }
                return hash;
            }
        };
    }
}
