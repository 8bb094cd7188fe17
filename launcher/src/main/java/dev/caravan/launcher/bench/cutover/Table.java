package dev.caravan.launcher.bench.cutover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The comparison as it is printed.
record Table(FixedLimits limits, Halves guide, Halves ours) {

    private static final String HEAD =
            "             |        Graph |     Exchange |          429s |    simulated |  bound of |  of Exchange's";
    private static final String HEAD_OF_COLUMNS =
            "             | reads writes | reads writes | number  share |         time | its calls |     limit used";

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(HEAD);
        lines.add(HEAD_OF_COLUMNS);
        lines.add("source");
        lines.add(half("guide", guide.source()));
        lines.add(half("ours", ours.source()));
        lines.add("destination");
        lines.add(half("guide", guide.destination()));
        lines.add(half("ours", ours.destination()));
        lines.add("both");
        lines.add(whole("guide", guide));
        lines.add(whole("ours", ours));
        lines.add("ours to the guide's: %s of the calls, %s of the writes, %s of the time"
                .formatted(
                        ratio(ours.both().sum().all(), guide.both().sum().all()),
                        ratio(ours.both().sum().writes(), guide.both().sum().writes()),
                        ratio(ours.both().time().toMillis(), guide.both().time().toMillis())));
        return List.copyOf(lines);
    }

    private String half(String who, Tally half) {
        return row(who, half, limits.bound(half), limits.used(Api.EXCHANGE, half));
    }

    private String whole(String who, Halves halves) {
        return row(who, halves.both(), limits.bound(halves), limits.used(Api.EXCHANGE, halves));
    }

    private static String row(String who, Tally tally, Duration bound, double used) {
        var graph = tally.of(Api.GRAPH);
        var exchange = tally.of(Api.EXCHANGE);
        var sum = tally.sum();
        return String.format(
                Locale.ROOT,
                "  %-10s | %5d %6d | %5d %6d | %6d %5.2f%% | %10s s | %7s s | %13.1f%%",
                who,
                graph.reads(),
                graph.writes(),
                exchange.reads(),
                exchange.writes(),
                sum.throttled(),
                100.0 * sum.throttled() / Math.max(1, sum.all()),
                tally.time().toSeconds(),
                bound.toSeconds(),
                100 * used);
    }

    private static String ratio(long ours, long theirs) {
        return String.format(Locale.ROOT, "%.2f", (double) ours / Math.max(1, theirs));
    }
}
