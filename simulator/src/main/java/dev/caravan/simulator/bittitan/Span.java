package dev.caravan.simulator.bittitan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Some of a mailbox's items, by their number from the oldest.
///
/// @param from the first
/// @param to behind the last
record Span(long from, long to) {

    long length() {
        return Math.max(0, to - from);
    }

    /// What of it is in none of the others.
    List<Span> without(List<Span> others) {
        List<Span> left = new ArrayList<>();
        long at = from;
        for (Span other : sorted(others)) {
            if (other.to > at && other.from < to) {
                left.add(new Span(at, Math.min(other.from, to)));
                at = Math.max(at, other.to);
            }
        }
        left.add(new Span(at, to));
        return left.stream().filter(span -> span.length() > 0).toList();
    }

    /// All of both, as few spans as possible.
    static List<Span> union(List<Span> some, List<Span> more) {
        List<Span> all = new ArrayList<>(some);
        all.addAll(more);
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted(all)) {
            if (!merged.isEmpty() && merged.getLast().to >= span.from) {
                Span last = merged.removeLast();
                merged.add(new Span(last.from, Math.max(last.to, span.to)));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static List<Span> sorted(List<Span> spans) {
        return spans.stream().sorted(Comparator.comparingLong(Span::from)).toList();
    }

    static List<Span> read(JsonNode written) {
        return written.valueStream()
                .map(span -> new Span(span.path(0).asLong(), span.path(1).asLong()))
                .toList();
    }

    static ArrayNode written(List<Span> spans) {
        ArrayNode written = JsonMapper.shared().createArrayNode();
        spans.forEach(span -> written.addArray().add(span.from()).add(span.to()));
        return written;
    }
}
