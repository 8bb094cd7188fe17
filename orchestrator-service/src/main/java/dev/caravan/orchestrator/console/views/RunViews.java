package dev.caravan.orchestrator.console.views;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.UnreadableRecord;
import dev.caravan.schemas.run.PlanView;
import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// What every run looks like, as `caravan.run.views` has told so far. Answers from memory; thread-safe.
///
/// The lines of the list and what waits for people are held of all runs, steps and plans within a bound of bytes.
public final class RunViews {

    private static final Comparator<Held> NEWEST_FIRST =
            Comparator.comparing(Held::createdAt).reversed().thenComparing(Held::runId);

    /// In these states nothing has happened to a step that would say where its run is.
    private static final Set<String> UNTOUCHED = Set.of("pending", "scheduled", "cancelled", "not-needed", "skipped");

    private static final Comparator<Placed> URGENT_FIRST =
            Comparator.comparing(Placed::urgency).thenComparing(Placed::held, NEWEST_FIRST);

    private final AvroRecords records;
    private final PastViews past;
    private final DetailStore details;
    private final Map<String, Held> runs = new HashMap<>();
    private final Map<String, Map<String, Line>> openByRun = new TreeMap<>();
    private final Map<String, String> phaseByRun = new HashMap<>();
    private final Set<Consumer<ViewUpdate>> watchers = new CopyOnWriteArraySet<>();
    private final Guard guard = new Guard();
    private Position position = Position.START;

    RunViews(AvroRecords records, PastViews past, long detailBytesMax) {
        this.records = records;
        this.past = past;
        this.details = new DetailStore(detailBytesMax);
    }

    /// Views that are told by hand: for tests of what is built on them.
    public static RunViews held(AvroRecords records) {
        return new RunViews(records, (_, _) -> Map.of(), Long.MAX_VALUE);
    }

    private record Held(String runId, Instant createdAt, String state, int partition, Line line) {}

    private record Placed(Held held, Urgency urgency) {}

    /// A beginning of a stream of updates: what there was, and from when on the watcher hears of each one.
    ///
    /// @param position how far the topic was read with these views
    public record Snapshot(List<RunView> runs, List<StepView> steps, Position position) {}

    // ---- told by the topic ---------------------------------------------------------------------------------------

    /// Takes one record of the topic in. Throws [UnreadableRecord] for one that is none of its.
    ///
    /// @param value null where the record was deleted
    public void accept(int partition, long offset, String key, byte @Nullable [] value) {
        var viewKey = ViewKey.parse(key).orElseThrow(() -> new UnreadableRecord("not a key of a view: " + key));
        var record = value == null ? null : record(viewKey, records.decode(value));
        var line = value == null ? null : new Line(value, offset);
        guard.locked(() -> {
            position = position.with(partition, offset);
            switch (viewKey) {
                case ViewKey.OfRun(var runId) -> show(runId, partition, line, (RunView) record);
                case ViewKey.OfStep step -> show(step, partition, line, (StepView) record);
                case ViewKey.OfSentence _ -> details.put(partition, viewKey, line);
            }
            return null;
        });
    }

    private static SpecificRecord record(ViewKey key, SpecificRecord record) {
        var expected = switch (key) {
            case ViewKey.OfRun _ -> record instanceof RunView;
            case ViewKey.OfStep _ -> record instanceof StepView;
            case ViewKey.OfSentence _ -> record instanceof PlanView;
        };
        if (!expected) {
            throw new UnreadableRecord("a " + record.getSchema().getName() + " under the key " + key);
        }
        return record;
    }

    private void show(String runId, int partition, @Nullable Line line, @Nullable RunView view) {
        if (line == null || view == null) {
            runs.remove(runId);
            details.remove(runId);
            openByRun.remove(runId);
            phaseByRun.remove(runId);
            return;
        }
        runs.put(runId, new Held(runId, view.getCreatedAt(), view.getState(), partition, line));
        guard.ring();
        tell(new ViewUpdate.OfRun(view, position));
    }

    private void show(ViewKey.OfStep key, int partition, @Nullable Line line, @Nullable StepView view) {
        details.put(partition, key, line);
        var open = openByRun.computeIfAbsent(key.runId(), _ -> new TreeMap<>());
        if (line != null && view != null && PeoplesTurn.isIt(view)) {
            open.put(key.stepId(), line);
        } else {
            open.remove(key.stepId());
        }
        if (open.isEmpty()) {
            openByRun.remove(key.runId());
        }
        if (view != null) {
            if (!UNTOUCHED.contains(view.getState())) {
                phaseByRun.put(key.runId(), view.getPhase());
            }
            tell(new ViewUpdate.OfStep(view, position));
        }
    }

    private void tell(ViewUpdate update) {
        watchers.forEach(watcher -> watcher.accept(update));
    }

    // ---- asked by people and programs ----------------------------------------------------------------------------

    public Optional<RunView> run(String runId) {
        return guard.locked(() -> Optional.ofNullable(runs.get(runId)))
                .map(held -> decoded(held.line(), RunView.class));
    }

    /// Runs, newest first.
    ///
    /// @param after the run after which the page begins; an unknown one begins at the first
    public List<RunView> runs(Optional<String> after, int limit) {
        var all = guard.locked(() -> List.copyOf(runs.values())).stream()
                .sorted(NEWEST_FIRST)
                .toList();
        return page(all, after, limit);
    }

    private List<RunView> page(List<Held> all, Optional<String> after, int limit) {
        var from = after.map(runId -> indexOf(all, runId) + 1).orElse(0);
        return all.stream()
                .skip(from)
                .limit(limit)
                .map(held -> decoded(held.line(), RunView.class))
                .toList();
    }

    /// Runs, those that need a person first, newest first among equals.
    ///
    /// @param after as in [#runs]
    public List<RunView> urgentFirst(Optional<String> after, int limit) {
        var all = guard
                .locked(() -> runs.values().stream()
                        .map(held -> new Placed(held, Urgency.of(held.state(), openByRun.containsKey(held.runId()))))
                        .toList())
                .stream()
                .sorted(URGENT_FIRST)
                .map(Placed::held)
                .toList();
        return page(all, after, limit);
    }

    /// The phase in which something happened last; empty before anything has.
    public String phase(String runId) {
        return guard.locked(() -> phaseByRun.getOrDefault(runId, ""));
    }

    public int count() {
        return guard.locked(runs::size);
    }

    /// How many runs are in that state.
    long count(String state) {
        return guard.locked(() -> runs.values().stream()
                .filter(held -> held.state().equals(state))
                .count());
    }

    /// The run's steps in the order of its runbook.
    public List<StepView> steps(String runId) {
        return details(runId)
                .map(found -> guard.locked(found::steps))
                .map(lines -> decoded(lines, StepView.class))
                .map(steps -> steps.stream()
                        .sorted(Comparator.comparingInt(StepView::getPosition))
                        .toList())
                .orElse(List.of());
    }

    public Optional<StepView> step(String runId, String stepId) {
        return details(runId)
                .flatMap(found -> guard.locked(() -> found.step(new ViewKey.OfStep(runId, stepId))))
                .map(line -> decoded(line, StepView.class));
    }

    /// What the gate shows to those who approve, in its order.
    public List<PlanView> plan(String runId, String gateId) {
        return details(runId)
                .map(found -> guard.locked(() -> found.sentences(gateId)))
                .map(lines -> decoded(lines, PlanView.class))
                .orElse(List.of());
    }

    /// Gates and tasks that are open now, of that run.
    public List<StepView> open(String runId) {
        var lines = guard.locked(
                () -> List.copyOf(openByRun.getOrDefault(runId, Map.of()).values()));
        return decoded(lines, StepView.class).stream()
                .sorted(Comparator.comparingInt(StepView::getPosition))
                .toList();
    }

    /// The runs in which a gate or a task is open.
    public List<String> runsWithOpen() {
        return guard.locked(() -> List.copyOf(openByRun.keySet()));
    }

    /// What became of a request, waiting for it that long at most; empty if it is not known by then.
    public Optional<InputOutcome> outcome(String runId, String inputId, Duration wait) throws InterruptedException {
        return guard.await(() -> outcome(runId, inputId), wait);
    }

    private Optional<InputOutcome> outcome(String runId, String inputId) {
        return Optional.ofNullable(runs.get(runId))
                .map(held -> decoded(held.line(), RunView.class))
                .flatMap(view -> InputOutcome.of(inputId, view.getInputs()));
    }

    // ---- followed by clients that stay ---------------------------------------------------------------------------

    /// All runs as they are, without those that were read up to there; the watcher hears of every update after that. It
    /// must not block.
    public Snapshot watchRuns(Position after, Consumer<ViewUpdate> watcher) {
        return guard.locked(() -> {
            watchers.add(watcher);
            var unseen = runs.values().stream()
                    .filter(held -> isUnseen(after, held.partition(), held.line()))
                    .sorted(NEWEST_FIRST.reversed())
                    .map(held -> decoded(held.line(), RunView.class))
                    .toList();
            return new Snapshot(unseen, List.of(), position);
        });
    }

    /// One run and its steps as they are, without those that were read up to there; the watcher hears of every update
    /// of every run after that. It must not block.
    public Snapshot watchRun(String runId, Position after, Consumer<ViewUpdate> watcher) {
        Optional<Snapshot> snapshot;
        do {
            var loaded = details(runId);
            snapshot = guard.locked(() -> isHeld(runId, loaded)
                    ? Optional.of(watched(runId, loaded, after, watcher))
                    : Optional.<Snapshot>empty());
        } while (snapshot.isEmpty());
        return snapshot.get();
    }

    private boolean isHeld(String runId, Optional<RunDetails> loaded) {
        // Between the look and the lock other runs may have taken its place: then it no longer hears of anything.
        return details.find(runId).equals(loaded);
    }

    private Snapshot watched(String runId, Optional<RunDetails> loaded, Position after, Consumer<ViewUpdate> watcher) {
        watchers.add(watcher);
        var partition = partitionOf(runId);
        var run = Optional.ofNullable(runs.get(runId)).map(Held::line).stream()
                .filter(line -> isUnseen(after, partition, line))
                .toList();
        var steps = loaded.map(RunDetails::steps).orElse(List.of()).stream()
                .filter(line -> isUnseen(after, partition, line))
                .toList();
        return new Snapshot(decoded(run, RunView.class), decoded(steps, StepView.class), position);
    }

    public void forget(Consumer<ViewUpdate> watcher) {
        watchers.remove(watcher);
    }

    private boolean isUnseen(Position after, int partition, Line line) {
        // A position ahead of ours was read on another topic of that name, or by an instance that is ahead: show all.
        return !after.isWithin(position) || after.isBefore(partition, line.offset());
    }

    private int partitionOf(String runId) {
        var held = runs.get(runId);
        return held == null ? 0 : held.partition();
    }

    // ---- inside --------------------------------------------------------------------------------------------------

    private Optional<RunDetails> details(String runId) {
        var here = guard.locked(() -> details.find(runId));
        if (here.isPresent()) {
            return here;
        }
        var partition = guard.locked(() -> details.expectPast(runId));
        return partition.map(found -> {
            var read = past.read(runId, found);
            return guard.locked(() -> details.admit(runId, found, read));
        });
    }

    private <T> List<T> decoded(List<Line> lines, Class<T> type) {
        var decoded = new ArrayList<T>(lines.size());
        lines.forEach(line -> decoded.add(decoded(line, type)));
        return decoded;
    }

    private <T> T decoded(Line line, Class<T> type) {
        SpecificRecord record = records.decode(line.bytes());
        return type.cast(record);
    }

    private static int indexOf(List<Held> runs, String runId) {
        return runs.stream().map(Held::runId).toList().indexOf(runId);
    }
}
