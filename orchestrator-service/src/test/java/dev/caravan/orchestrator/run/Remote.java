package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What lies behind the workers of a simulated run, and the ledger that the shell would keep: which step has changed
/// which object, as it really is and as plans have told it.
final class Remote {

    private final List<String> domains;
    private final List<String> others;
    private final Map<StepId, NavigableSet<String>> changed = new LinkedHashMap<>();
    private final Map<StepId, NavigableSet<String>> ledger = new LinkedHashMap<>();
    private final Map<CommandId, ChunkRange> undos = new LinkedHashMap<>();

    Remote(List<String> domains, int others) {
        this.domains = domains;
        this.others = IntStream.range(0, others).mapToObj("o%04d"::formatted).toList();
    }

    /// Really changed by a step.
    NavigableSet<String> changed(StepId step) {
        return changed.computeIfAbsent(step, _ -> new TreeSet<>());
    }

    /// In the ledger: a plan has told it, and it is not undone.
    NavigableSet<String> ledger(StepId step) {
        return ledger.computeIfAbsent(step, _ -> new TreeSet<>());
    }

    void issued(RunEffect.IssueCommand command) {
        if (command.isUndo()) {
            undos.put(command.id(), command.objects());
        }
    }

    /// An undo is done: its lines of the ledger are settled.
    void undone(CommandId undo, StepId step) {
        var range = undos.getOrDefault(undo, ChunkRange.NONE);
        ledger(step).removeIf(key -> key.compareTo(range.fromKey()) >= 0 && key.compareTo(range.toKey()) <= 0);
    }

    /// The objects that a command is about.
    List<String> within(RunEffect.IssueCommand command) {
        var range = command.objects();
        return command.over()
                .map(over -> keys(over).stream()
                        .filter(key -> key.compareTo(range.fromKey()) >= 0 && key.compareTo(range.toKey()) <= 0)
                        .toList())
                .orElse(List.of("self"));
    }

    ChunkRange cut(RunEffect.CutChunk cut) {
        var left = left(cut);
        return left.isEmpty()
                ? ChunkRange.NONE
                : new ChunkRange(left.getFirst(), left.get(objects(cut) - 1), objects(cut));
    }

    boolean isLast(RunEffect.CutChunk cut) {
        return left(cut).size() == objects(cut);
    }

    private int objects(RunEffect.CutChunk cut) {
        return Math.min(left(cut).size(), cut.objectsMax());
    }

    private List<String> left(RunEffect.CutChunk cut) {
        return keys(cut.over()).stream()
                .filter(key ->
                        cut.afterKey().map(after -> key.compareTo(after) > 0).orElse(true))
                .toList();
    }

    private List<String> keys(Over over) {
        return switch (over) {
            case Over.ChangesOf(var step) -> List.copyOf(ledger(step));
            case Over.Objects(var kind) -> kind.text().equals("domains") ? domains : others;
            case Over.ObjectsOf _ -> others;
        };
    }
}
