package dev.caravan.orchestrator.console.views;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The steps and the plans of one run. Not thread-safe: [RunViews] guards it.
final class RunDetails {

    /// What a line costs beside its bytes: key, entry, headers of objects.
    private static final int LINE_OVERHEAD_BYTES = 240;

    private final Map<ViewKey, @Nullable Line> lines = new HashMap<>();
    private final int partition;
    private boolean isWhole;
    private long bytes;

    private RunDetails(int partition, boolean isWhole) {
        this.partition = partition;
        this.isWhole = isWhole;
    }

    /// Of a run that was heard of just now: all that comes will be here.
    static RunDetails whole(int partition) {
        return new RunDetails(partition, true);
    }

    /// Of a run whose past is being read: what comes meanwhile is newer than anything that the past will tell.
    static RunDetails awaitingItsPast(int partition) {
        return new RunDetails(partition, false);
    }

    int partition() {
        return partition;
    }

    boolean isWhole() {
        return isWhole;
    }

    long bytes() {
        return bytes;
    }

    /// @param line null where the record was deleted; remembered until the past is known
    void put(ViewKey key, @Nullable Line line) {
        var before = line == null && isWhole ? lines.remove(key) : lines.put(key, line);
        bytes += size(line) - size(before);
    }

    void addPast(Map<ViewKey, Line> past) {
        past.forEach((key, line) -> {
            if (!lines.containsKey(key)) {
                put(key, line);
            }
        });
        lines.values().removeIf(Objects::isNull);
        isWhole = true;
    }

    List<Line> steps() {
        return lines.entrySet().stream()
                .filter(line -> line.getKey() instanceof ViewKey.OfStep)
                .map(Map.Entry::getValue)
                .filter(Objects::nonNull)
                .toList();
    }

    Optional<Line> step(ViewKey.OfStep key) {
        return Optional.ofNullable(lines.get(key));
    }

    /// The plan of a gate, in its order.
    List<Line> sentences(String gateId) {
        return lines.keySet().stream()
                .filter(ViewKey.OfSentence.class::isInstance)
                .map(ViewKey.OfSentence.class::cast)
                .filter(key -> key.gateId().equals(gateId))
                .sorted(Comparator.comparingInt(ViewKey.OfSentence::number))
                .map(lines::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static long size(@Nullable Line line) {
        return line == null ? 0 : line.bytes().length + LINE_OVERHEAD_BYTES;
    }
}
