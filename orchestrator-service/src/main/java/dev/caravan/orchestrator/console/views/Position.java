package dev.caravan.orchestrator.console.views;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How far somebody has read a topic: the last offset seen of each partition. The same on every instance and after
/// every restart, so that a reader may resume anywhere. Written as `0:17,1:4`.
public record Position(Map<Integer, Long> offsets) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5}:\\d{1,18}(,\\d{1,5}:\\d{1,18})*)?");

    /// Nothing has been read.
    public static final Position START = new Position(Map.of());

    public Position {
        offsets = Map.copyOf(offsets);
    }

    /// Empty when the text is no position.
    public static Optional<Position> parse(String text) {
        if (text.length() > 10_000 || !WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        var offsets = new TreeMap<Integer, Long>();
        for (var part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            var colon = part.indexOf(':');
            offsets.put(Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
        }
        return Optional.of(new Position(offsets));
    }

    /// Whether a record of that offset comes after this position.
    boolean isBefore(int partition, long offset) {
        return offsets.getOrDefault(partition, -1L) < offset;
    }

    /// Whether all that was read up to here lies within what was read up to there.
    boolean isWithin(Position other) {
        return offsets.entrySet().stream().noneMatch(read -> other.isBefore(read.getKey(), read.getValue()));
    }

    Position with(int partition, long offset) {
        var moved = new TreeMap<>(offsets);
        moved.put(partition, offset);
        return new Position(moved);
    }

    @Override
    public String toString() {
        return new TreeMap<>(offsets)
                .entrySet().stream()
                        .map(read -> read.getKey() + ":" + read.getValue())
                        .collect(joining(","));
    }
}
