package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.run.AccountId;
import dev.caravan.orchestrator.run.Charter;
import dev.caravan.orchestrator.run.Chunk;
import dev.caravan.orchestrator.run.ChunkRange;
import dev.caravan.orchestrator.run.Conflict;
import dev.caravan.orchestrator.run.ConnectionId;
import dev.caravan.orchestrator.run.ConnectionRef;
import dev.caravan.orchestrator.run.CustomerId;
import dev.caravan.orchestrator.run.Cutover;
import dev.caravan.orchestrator.run.DomainName;
import dev.caravan.orchestrator.run.Errand;
import dev.caravan.orchestrator.run.Fault;
import dev.caravan.orchestrator.run.FoldedInput;
import dev.caravan.orchestrator.run.InputId;
import dev.caravan.orchestrator.run.Person;
import dev.caravan.orchestrator.run.PlanDigest;
import dev.caravan.orchestrator.run.Progress;
import dev.caravan.orchestrator.run.Refusal;
import dev.caravan.orchestrator.run.Round;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.run.RunState;
import dev.caravan.orchestrator.run.StepState;
import dev.caravan.orchestrator.run.Tally;
import dev.caravan.orchestrator.run.TimerName;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs that hold every kind of state, of every form that a stored value can have.
final class RunSamples {

    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private static final StepId LOWER = StepId.parse("lower-ttl");
    private static final StepId GATE = StepId.parse("approve");
    private static final StepState.Span SPAN = new StepState.Span(START, START.plusMillis(1));
    private static final Tally TALLY = new Tally(
            3, 2, 1, 4, List.of(new Conflict("rrset", "www. A", "ttl", List.of("60"), "somebody set it to 60")));
    private static final Round ROUND = new Round(2, 7, true);

    private RunSamples() {}

    static Charter charter() {
        return new Charter(
                RunId.parse("run-1"),
                "Fabrikam nach Contoso",
                CustomerId.parse("5f0c7f0e-0000-0000-0000-000000000001"),
                RunbookName.parse("dns-preparation"),
                "a".repeat(64),
                Map.of(
                        RoleName.parse("dns"),
                        new ConnectionRef(ConnectionId.parse("fabrikam-dns"), AccountId.parse("dns:fabrikam"))),
                List.of(DomainName.parse("fabrikam.example"), DomainName.parse("fabrikam-shop.example")),
                ZoneId.of("Europe/Berlin"),
                Person.parse("Ada Lovelace"),
                START);
    }

    static Run run(RunState state, Map<StepId, StepState> steps) {
        var timers = new LinkedHashMap<TimerName, Instant>();
        timers.put(new TimerName.At(LOWER), START.plusSeconds(60));
        timers.put(new TimerName.Outcome(new Errand.Preview(LOWER, GATE), 2, 3), START.plusSeconds(30));
        return new Run(
                charter(),
                new Cutover(START.plusSeconds(1_000_000), true),
                Map.of(DecisionName.parse("transferRegistration"), "true"),
                state,
                steps,
                Map.of(LOWER, Map.of("oldTtlSecondsMax", 86_400L, "ratio", 3.0, "complete", true, "digest", "x")),
                timers,
                List.of(
                        new FoldedInput(InputId.parse("in-2"), Optional.of(refusal())),
                        new FoldedInput(InputId.parse("in-1"), Optional.empty())),
                17,
                Optional.empty());
    }

    static List<RunState> runStates() {
        return List.of(
                new RunState.Running(),
                new RunState.Failing(),
                new RunState.Failed(),
                new RunState.Paused(),
                new RunState.Completed(),
                new RunState.BackingOut(),
                new RunState.BackOutPaused(),
                new RunState.BackOutFailed(),
                new RunState.BackedOut(),
                new RunState.Parked(new Fault("a bug", "caravan.dns.events", 3, 99), new RunState.BackOutPaused()));
    }

    static List<StepState> stepStates() {
        var states = new ArrayList<>(stepStatesOfVersion1(3));
        states.add(new StepState.UndoOpen(new StepState.Succeeded(ROUND, SPAN, TALLY), START.plusSeconds(11)));
        return states;
    }

    /// @param tried how often objects were tried, which version 1 did not count at first: 0
    static List<StepState> stepStatesOfVersion1(int tried) {
        var failed = new StepState.Failed(ROUND, SPAN, "no answer", TALLY, Optional.of(progress(tried)));
        return List.of(
                new StepState.Pending(ROUND, TALLY),
                new StepState.Scheduled(ROUND, TALLY, START),
                new StepState.Working(ROUND, START, progress(tried), Optional.empty()),
                new StepState.Stopping(ROUND, START, progress(tried)),
                new StepState.Previewing(ROUND, START, LOWER, progress(tried), new PlanDigest("ab", 3)),
                new StepState.GateOpen(
                        ROUND,
                        START,
                        new PlanDigest("", 0),
                        List.of(Person.parse("Grace Hopper")),
                        Map.of(DecisionName.parse("transferRegistration"), "true")),
                new StepState.TaskOpen(ROUND, START),
                new StepState.Waiting(ROUND, START, START.plusSeconds(9)),
                new StepState.Succeeded(ROUND, SPAN, TALLY),
                new StepState.NotNeeded(SPAN, TALLY),
                new StepState.Skipped(SPAN, TALLY, "not this time"),
                failed,
                new StepState.Cancelled(SPAN, TALLY),
                new StepState.Undoing(failed, 2, true, progress(tried)),
                new StepState.UndoFailed(
                        new StepState.Succeeded(ROUND, SPAN, TALLY), 1, false, progress(tried), "no answer"),
                new StepState.Undone(new StepState.Cancelled(SPAN, TALLY), 3, START, progress(tried)),
                new StepState.UndoSkipped(new StepState.Skipped(SPAN, TALLY, ""), TALLY, "stays"));
    }

    private static Progress progress(int tried) {
        return new Progress(
                new Progress.Cut(4, Optional.of("rrset\u0000mail. MX\u0000ttl"), Progress.Cut.Phase.OPEN),
                List.of(
                        chunk(0, tried, new Chunk.Stage.Held()),
                        chunk(1, tried, new Chunk.Stage.InFlight(START.plusSeconds(1800))),
                        chunk(2, tried, new Chunk.Stage.Resting(START.plusSeconds(5), "not there yet")),
                        chunk(3, tried, new Chunk.Stage.Broken("refused", "plan too large", 50))),
                TALLY,
                Map.of("oldTtlSecondsMax", 3_600L),
                Optional.of(START.plusSeconds(7)),
                1,
                4,
                tried);
    }

    private static Chunk chunk(int number, int tried, Chunk.Stage stage) {
        return new Chunk(number, new ChunkRange("a", "b", 2), Optional.of("cursor"), 1, 2, tried, 1, 1, 2, stage);
    }

    private static Refusal refusal() {
        return new Refusal(Refusal.Code.SAME_PERSON, "Ada Lovelace has approved already");
    }
}
