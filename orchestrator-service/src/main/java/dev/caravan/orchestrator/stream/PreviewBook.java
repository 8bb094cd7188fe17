package dev.caravan.orchestrator.stream;

import dev.caravan.kit.plan.Change;
import dev.caravan.orchestrator.run.ChunkRange;
import dev.caravan.orchestrator.run.CommandId;
import dev.caravan.orchestrator.run.Errand;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;

/// The plans that gates show: which changes people approve, and under which numbers they read them.
final class PreviewBook {

    private static final StoredForm<Shown> SHOWN = new StoredForm<>(Shown.class);
    private static final StoredForm<Numbers> NUMBERS = new StoredForm<>(Numbers.class);
    private static final String COUNTER = "~numbers";

    private final StagedStore plans;

    PreviewBook(StagedStore plans) {
        this.plans = plans;
    }

    /// The plan of a chunk as a gate shows it.
    ///
    /// @param attempt of the command that told it
    /// @param digests one for each change
    /// @param numbers under which the changes are shown, in their order
    record Shown(int attempt, ChunkRange range, List<String> digests, List<Integer> numbers) {}

    /// How many numbers a gate has given out.
    record Numbers(int given) {}

    /// What changes about the pages that a gate shows.
    ///
    /// @param written changes by the number that they are shown under
    /// @param removed numbers that nothing is shown under any more
    record Pages(Map<Integer, Change> written, List<Integer> removed) {}

    /// A dry run told its plan; plans of earlier rounds of the gate are gone.
    ///
    /// @param attemptsBefore the highest attempt of those earlier rounds
    Pages shown(CommandId command, Errand.Preview errand, ChunkRange range, int attemptsBefore, List<Change> changes) {
        var free = new ArrayList<Integer>();
        stored(command.run(), errand).forEach((key, shown) -> {
            if (shown.attempt() <= attemptsBefore || key.equals(keyOf(command).bytes())) {
                free.addAll(shown.numbers());
                plans.delete(new StoreKey(key));
            }
        });
        var numbers = numbers(command.run(), errand.gate(), free, changes.size());
        var digests = changes.stream().map(Change::digest).toList();
        plans.put(keyOf(command), SHOWN.encode(new Shown(command.attempt(), range, digests, numbers)));
        var written = new LinkedHashMap<Integer, Change>();
        IntStream.range(0, changes.size()).forEach(each -> written.put(numbers.get(each), changes.get(each)));
        return new Pages(written, free.subList(Math.min(changes.size(), free.size()), free.size()));
    }

    /// What people approved for these objects at that gate: the changes of the same chunk, or of all chunks when the
    /// objects were cut differently.
    List<String> approved(RunId run, StepId step, StepId gate, ChunkRange range) {
        var all = List.copyOf(stored(run, new Errand.Preview(step, gate)).values());
        var same = all.stream().filter(shown -> shown.range().equals(range)).toList();
        return (same.isEmpty() ? all : same)
                .stream()
                        .flatMap(shown -> shown.digests().stream())
                        .sorted()
                        .distinct()
                        .toList();
    }

    private List<Integer> numbers(RunId run, StepId gate, List<Integer> free, int count) {
        var numbers = new ArrayList<>(free.subList(0, Math.min(count, free.size())));
        var missing = count - numbers.size();
        if (missing > 0) {
            var key = StoreKey.of(run, gate + COUNTER);
            var given = plans.get(key).map(NUMBERS::decode).map(Numbers::given).orElse(0);
            IntStream.rangeClosed(given + 1, given + missing).forEach(numbers::add);
            plans.put(key, NUMBERS.encode(new Numbers(given + missing)));
        }
        return numbers;
    }

    private Map<Bytes, Shown> stored(RunId run, Errand.Preview errand) {
        return plans.scan(StoreKey.firstUnder(run, errand), StoreKey.lastUnder(run, errand), entries -> {
            var all = new LinkedHashMap<Bytes, Shown>();
            entries.forEachRemaining(entry -> all.put(entry.getKey(), SHOWN.decode(entry.getValue())));
            return all;
        });
    }

    private static StoreKey keyOf(CommandId command) {
        return StoreKey.of(command.run(), command.errand(), command.chunk());
    }
}
