package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.ledger.ByHand;
import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.messaging.Asked;
import dev.caravan.orchestrator.messaging.ObjectMessages;
import dev.caravan.orchestrator.messaging.RequestMessages;
import dev.caravan.orchestrator.messaging.Told;
import dev.caravan.orchestrator.messaging.WorkerMessages;
import dev.caravan.orchestrator.run.Cause;
import dev.caravan.orchestrator.run.Errand;
import dev.caravan.orchestrator.run.Fault;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.run.RunInput;
import dev.caravan.orchestrator.run.StepState;
import dev.caravan.orchestrator.run.TimerName;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.UnreadableRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// What one record, or one due timer, does: decoded, folded and answered, with everything staged and nothing written.
final class Orchestration {

    private final State state;
    private final AvroRecords avro;

    Orchestration(State state, AvroRecords avro) {
        this.state = state;
        this.avro = avro;
    }

    /// Throws [UnreadableRecord] for bytes that are no record of this topic or speak of no run that is known.
    List<Outgoing> take(Incoming incoming, Instant at) {
        return switch (incoming.topic()) {
            case TopicCatalogue.RUN_INPUTS -> request(incoming, at);
            case TopicCatalogue.INVENTORY_OBJECTS -> object(incoming, at);
            default -> told(incoming, at);
        };
    }

    /// Fires the earliest timer of a run, if one is due at that instant.
    List<Outgoing> fire(String runId, Instant at) {
        var stored = state.runs.get(runId).orElseThrow(() -> unknown(runId));
        var timer = stored.run().timers().entrySet().stream()
                .filter(open -> !open.getValue().isAfter(at))
                .min(Map.Entry.comparingByValue());
        return timer.map(due -> fire(stored, due.getKey(), due.getValue(), at)).orElse(List.of());
    }

    /// Stops a run that a fault was found about. Nothing is told of a run that is unknown, parked or at its end.
    List<Outgoing> park(String runId, Fault fault, Origin origin) {
        return state.runs
                .get(runId)
                .map(stored ->
                        fold(stored, new RunInput.FaultFound(new Cause(origin.at(), origin.id()), fault), origin))
                .orElse(List.of());
    }

    private List<Outgoing> fire(StoredRun stored, TimerName timer, Instant due, Instant at) {
        var origin = Origin.of(stored.run().id().text(), timer, due, at);
        var fired = new RunInput.TimerFired(new Cause(at, "timer:" + timer), timer, due);
        var records = fold(stored, fired, origin);
        var left = state.runs.staged(stored.run().id().text()).run().timers().get(timer);
        if (due.equals(left)) {
            throw new IllegalStateException("the timer " + timer + " has fired, and is still open");
        }
        return records;
    }

    // ---- requests ------------------------------------------------------------------------------------------------

    private List<Outgoing> request(Incoming incoming, Instant at) {
        var asked = asked(record(incoming), at);
        requireKey(incoming, asked.runId().text());
        var origin = Origin.of(incoming, at);
        var known = state.runs.get(asked.runId().text());
        if (known.isEmpty() && asked.request() instanceof RunInput.Created created) {
            state.runbooks.add(created.runbookHash(), asked.runbook().orElseThrow());
            return fold(new StoredRun(Run.from(created), 0), created, origin);
        }
        var stored = known.orElseThrow(() -> unknown(asked.runId().text()));
        return fold(stored, asked.request(), origin, byHand(stored.run(), asked), Optional.empty());
    }

    /// What of the ledger an answered task changes; nothing when the answer is refused or was folded before.
    private List<LedgerLine> byHand(Run run, Asked asked) {
        if (!(asked.request() instanceof RunInput.TaskAnswered answer)) {
            return List.of();
        }
        var process = state.runbooks.get(run.charter().runbookHash()).process();
        if (!process.accepts(run, answer)) {
            return List.of();
        }
        var input = answer.inputId().text();
        if (run.step(answer.step()) instanceof StepState.UndoOpen) {
            return state.ledger.takenBack(run.id(), answer.step(), answer.at(), input);
        }
        var made = asked.changes().isEmpty()
                ? process.task(run, answer.step())
                        .map(task -> ByHand.changes(task.acts()))
                        .orElse(List.of())
                : asked.changes();
        return state.ledger.answered(run.id(), answer.step(), made, answer.at(), input);
    }

    private static Asked asked(SpecificRecord record, Instant at) {
        try {
            return RequestMessages.read(record, at);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new UnreadableRecord(String.valueOf(wrong.getMessage()));
        }
    }

    // ---- answers of workers --------------------------------------------------------------------------------------

    private List<Outgoing> told(Incoming incoming, Instant at) {
        var told = told(record(incoming), at);
        var command = told.commandId();
        requireKey(incoming, command.run().text());
        var stored = state.runs
                .get(command.run().text())
                .orElseThrow(() -> unknown(command.run().text()));
        return told.answer()
                .map(answer -> answer(stored, told, answer, incoming, at))
                .orElse(List.of());
    }

    private List<Outgoing> answer(StoredRun stored, Told told, RunInput.Answer answer, Incoming incoming, Instant at) {
        var run = stored.run().id();
        var capture = Capture.of(answer);
        if (capture.isPresent() && !state.objects.holds(run.text(), capture.get())) {
            state.objects.await(run.text(), capture.get(), new LateAnswer(incoming));
            return List.of();
        }
        capture.ifPresent(finished ->
                role(stored.run(), told).ifPresent(role -> state.objects.use(run, role, finished.snapshotId())));
        return answer(stored, told, answer, Origin.of(incoming, at));
    }

    private Optional<RoleName> role(Run run, Told told) {
        return state.runbooks
                .get(run.charter().runbookHash())
                .process()
                .role(told.commandId().errand().step());
    }

    private static Told told(SpecificRecord record, Instant at) {
        try {
            return WorkerMessages.read(record, at);
        } catch (IllegalArgumentException wrong) {
            throw new UnreadableRecord(String.valueOf(wrong.getMessage()));
        }
    }

    private List<Outgoing> answer(StoredRun stored, Told told, RunInput.Answer answer, Origin origin) {
        var pages = pages(stored.run(), told, answer);
        var lines = lines(told, answer);
        return fold(stored, answer, origin, lines, pages);
    }

    /// What of the ledger the answer changes. A late answer counts too: the ledger says what was done, whoever waits.
    private List<LedgerLine> lines(Told told, RunInput.Answer answer) {
        var command = told.commandId();
        return switch (command.errand()) {
            case Errand.Forward _
            when answer instanceof RunInput.PlanTold -> state.ledger.planned(command, told.changes(), answer.at());
            case Errand.Forward _ when answer instanceof RunInput.Done -> state.ledger.applied(command, answer.at());
            case Errand.Undo _
            when answer instanceof RunInput.Done -> state.ledger.undone(command, told.conflicts(), answer.at());
            case Errand.Forward _, Errand.Undo _, Errand.Preview _ -> List.of();
        };
    }

    private record Shown(Errand.Preview errand, PreviewBook.Pages pages) {}

    /// What a gate shows anew, when the answer is a preview that it still waits for.
    private Optional<Shown> pages(Run run, Told told, RunInput.Answer answer) {
        if (!(told.commandId().errand() instanceof Errand.Preview errand) || !(answer instanceof RunInput.PlanTold)) {
            return Optional.empty();
        }
        return run.progress(errand)
                .flatMap(progress -> progress.chunks().stream()
                        .filter(chunk -> chunk.number() == told.commandId().chunk())
                        .filter(chunk -> chunk.attempt() == told.commandId().attempt())
                        .findFirst()
                        .map(chunk -> state.previews.shown(
                                told.commandId(), errand, chunk.range(), progress.attemptsBefore(), told.changes())))
                .map(pages -> new Shown(errand, pages));
    }

    // ---- objects -------------------------------------------------------------------------------------------------

    private List<Outgoing> object(Incoming incoming, Instant at) {
        var key = incoming.keyText()
                .orElseThrow(() -> new UnreadableRecord("no key"))
                .split("/", 4);
        if (key.length != 4) {
            throw new UnreadableRecord("the key is not runId/snapshotId/kind/id");
        }
        if (incoming.value() == null) {
            state.objects.remove(key[0], key[1], key[2], key[3]);
        } else {
            state.objects.put(key[0], key[1], key[2], key[3], ObjectMessages.json(record(incoming)));
        }
        return state.objects
                .awaiting(key[0], key[1])
                .map(late -> told(late.record(), at))
                .orElse(List.of());
    }

    // ---- all -----------------------------------------------------------------------------------------------------

    private List<Outgoing> fold(StoredRun stored, RunInput input, Origin origin) {
        return fold(stored, input, origin, List.of(), Optional.empty());
    }

    private List<Outgoing> fold(
            StoredRun stored, RunInput input, Origin origin, List<LedgerLine> lines, Optional<Shown> shown) {
        var script = state.runbooks.get(stored.run().charter().runbookHash());
        var folded = Folding.fold(script, state.chunks, stored.run(), input);
        var answering = new Answering(state, avro, script, folded, input.cause(), origin)
                .issue(folded.commands())
                .tell(folded.told())
                .tellLines(lines, stored.changes());
        shown.ifPresent(it -> answering.show(it.errand(), it.pages()));
        answering.showChanges();
        state.runs.put(new StoredRun(folded.after(), stored.changes() + lines.size()));
        return answering.records();
    }

    private SpecificRecord record(Incoming incoming) {
        var value = incoming.value();
        if (value == null) {
            throw new UnreadableRecord("no value");
        }
        return avro.decode(value);
    }

    private static void requireKey(Incoming incoming, String runId) {
        var key = incoming.keyText().orElseThrow(() -> new UnreadableRecord("no key; it must be the run's id"));
        if (!key.equals(runId)) {
            throw new UnreadableRecord("the key is '" + key + "', the run is '" + runId + "'");
        }
    }

    private static UnreadableRecord unknown(String runId) {
        return new UnreadableRecord("no run is called " + runId);
    }
}
