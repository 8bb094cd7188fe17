package dev.caravan.orchestrator.stream;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.orchestrator.ledger.LedgerCut;
import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.ledger.LineState;
import dev.caravan.orchestrator.ledger.PropertyKey;
import dev.caravan.orchestrator.run.CommandId;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/// The ledger in its stores: folds what commands plan and do into lines, and lends lines to undo commands.
///
/// Each method that changes lines answers those that it changed, for `caravan.run.changes`.
final class LedgerBook {

    private static final byte[] NOTHING = {};
    private static final StoredForm<StoredLine> LINES = new StoredForm<>(StoredLine.class);
    private static final StoredForm<OpenLines> OPEN = new StoredForm<>(OpenLines.class);

    private final StagedStore ledger;
    private final StagedStore byObject;
    private final StagedStore plans;

    LedgerBook(StagedStore ledger, StagedStore byObject, StagedStore plans) {
        this.ledger = ledger;
        this.byObject = byObject;
        this.plans = plans;
    }

    /// A line without what its key says.
    record StoredLine(
            LineState state,
            List<String> before,
            List<String> after,
            String sentence,
            Instant changedAt,
            String causedBy) {}

    /// Lines that a command may have changed, as long as its outcome is unknown.
    record OpenLines(List<String> keys) {}

    /// A worker told what it is about to change.
    List<LedgerLine> planned(CommandId command, List<Change> changes, Instant at) {
        var changed = new ArrayList<LedgerLine>();
        for (var change : changes) {
            var step = command.errand().step();
            var line = find(command.run(), step, PropertyKey.of(change))
                    .map(known -> known.plannedAgain(change, at, command.toString()))
                    .orElseGet(() -> LedgerLine.planned(step, change, at, command.toString()));
            put(command.run(), line);
            changed.add(line);
        }
        addOpen(command, changes.stream().map(PropertyKey::of).toList());
        return changed;
    }

    /// A worker told that it has done what it planned.
    List<LedgerLine> applied(CommandId command, Instant at) {
        return close(command, line -> line.applied(at, command.toString()));
    }

    /// A person told what was changed by hand: done already, and seen by whoever did it.
    List<LedgerLine> answered(RunId run, StepId step, List<Change> changes, Instant at, String input) {
        var changed = new ArrayList<LedgerLine>();
        for (var change : changes) {
            var line = find(run, step, PropertyKey.of(change))
                    .map(known -> known.plannedAgain(change, at, input))
                    .orElseGet(() -> LedgerLine.planned(step, change, at, input))
                    .applied(at, input);
            put(run, line);
            changed.add(line);
        }
        return changed;
    }

    /// A person told that everything that was changed by hand in a step is taken back.
    List<LedgerLine> takenBack(RunId run, StepId step, Instant at, String input) {
        var changed =
                open(run, step).stream().map(line -> line.undone(at, input)).toList();
        changed.forEach(line -> put(run, line));
        return changed;
    }

    /// The lines of a step that are not taken back.
    List<LedgerLine> open(RunId run, StepId step) {
        return read(StoreKey.firstUnder(run, step), StoreKey.lastUnder(run, step), LedgerBook::all);
    }

    /// An undo command with these lines goes out.
    void undoIssued(CommandId command, List<LedgerLine> lines) {
        addOpen(command, lines.stream().map(LedgerLine::key).toList());
    }

    /// A worker told that it has taken the lines of its undo command back, but for some.
    List<LedgerLine> undone(CommandId command, List<Conflict> conflicts, Instant at) {
        var kept = new LinkedHashMap<PropertyKey, Conflict>();
        conflicts.forEach(conflict -> kept.put(PropertyKey.of(conflict), conflict));
        return close(command, line -> {
            var conflict = kept.get(line.key());
            return conflict == null
                    ? line.undone(at, command.toString())
                    : line.conflicting(conflict, at, command.toString());
        });
    }

    /// The next stretch of a step's open lines; empty when none are left.
    Optional<LedgerCut> cut(RunId run, StepId step, Optional<String> afterKey, int objectsMax, int bytesMax) {
        var from = afterKey.map(
                        key -> lineKey(run, step, PropertyKey.parse(key)).next())
                .orElseGet(() -> StoreKey.firstUnder(run, step));
        return read(from, StoreKey.lastUnder(run, step), lines -> LedgerCut.first(lines, objectsMax, bytesMax));
    }

    /// The open lines of a stretch that was cut before.
    List<LedgerLine> lines(RunId run, StepId step, String fromKey, String toKey) {
        var from = lineKey(run, step, PropertyKey.parse(fromKey));
        var to = lineKey(run, step, PropertyKey.parse(toKey));
        return read(from, to, LedgerBook::all);
    }

    private static List<LedgerLine> all(Iterator<LedgerLine> lines) {
        var all = new ArrayList<LedgerLine>();
        lines.forEachRemaining(all::add);
        return all;
    }

    static LedgerLine line(Bytes key, byte[] value) {
        var parts = StoreKey.parts(key);
        var stored = LINES.decode(value);
        return new LedgerLine(
                StepId.parse(parts.get(1)),
                new PropertyKey(parts.get(2), parts.get(3), parts.get(4)),
                stored.before(),
                stored.after(),
                stored.state(),
                stored.sentence(),
                stored.changedAt(),
                stored.causedBy());
    }

    static StoreKey lineKey(Object run, StepId step, PropertyKey key) {
        return StoreKey.of(run, step, key.kind(), key.id(), key.property());
    }

    private Optional<LedgerLine> find(RunId run, StepId step, PropertyKey key) {
        var storeKey = lineKey(run, step, key);
        return ledger.get(storeKey).map(value -> line(storeKey.bytes(), value));
    }

    private void put(RunId run, LedgerLine line) {
        var key = line.key();
        var stored = new StoredLine(
                line.state(), line.before(), line.after(), line.sentence(), line.changedAt(), line.causedBy());
        ledger.put(lineKey(run, line.step(), key), LINES.encode(stored));
        byObject.put(StoreKey.of(run, key.id(), key.kind(), key.property(), line.step()), NOTHING);
    }

    private void addOpen(CommandId command, List<PropertyKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        var key = openKey(command);
        var all = new LinkedHashSet<>(
                plans.get(key).map(OPEN::decode).map(OpenLines::keys).orElse(List.of()));
        keys.forEach(each -> all.add(each.toString()));
        plans.put(key, OPEN.encode(new OpenLines(List.copyOf(all))));
    }

    private List<LedgerLine> close(CommandId command, Function<LedgerLine, LedgerLine> fold) {
        var key = openKey(command);
        var open = plans.get(key).map(OPEN::decode).map(OpenLines::keys).orElse(List.of());
        if (open.isEmpty()) {
            return List.of();
        }
        plans.delete(key);
        var changed = new ArrayList<LedgerLine>();
        for (var each : open) {
            find(command.run(), command.errand().step(), PropertyKey.parse(each))
                    .ifPresent(line -> {
                        var folded = fold.apply(line);
                        if (!folded.equals(line)) {
                            put(command.run(), folded);
                            changed.add(folded);
                        }
                    });
        }
        return changed;
    }

    private static StoreKey openKey(CommandId command) {
        return StoreKey.of(command.run(), command.errand(), command.chunk());
    }

    private <T> T read(StoreKey from, StoreKey to, Function<Iterator<LedgerLine>, T> reader) {
        return ledger.scan(from, to, entries -> reader.apply(new OpenOnly(entries)));
    }

    /// The lines of a scan that are not taken back.
    private static final class OpenOnly implements Iterator<LedgerLine> {
        private final Iterator<Map.Entry<Bytes, byte[]>> entries;
        private @Nullable LedgerLine next;

        OpenOnly(Iterator<Map.Entry<Bytes, byte[]>> entries) {
            this.entries = entries;
            this.next = advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public LedgerLine next() {
            var line = next;
            if (line == null) {
                throw new NoSuchElementException();
            }
            next = advance();
            return line;
        }

        private @Nullable LedgerLine advance() {
            while (entries.hasNext()) {
                var entry = entries.next();
                var line = line(entry.getKey(), entry.getValue());
                if (line.isOpen()) {
                    return line;
                }
            }
            return null;
        }
    }
}
