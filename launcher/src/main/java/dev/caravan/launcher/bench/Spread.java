package dev.caravan.launcher.bench;

import java.util.List;

/// How durations spread: their median and the one that only a hundredth exceeds, in milliseconds.
record Spread(double p50, double p99, int count) {

    private static final double NANOS_PER_MILLI = 1_000_000;

    static Spread of(List<Long> nanos) {
        if (nanos.isEmpty()) {
            return new Spread(0, 0, 0);
        }
        var sorted = nanos.stream().sorted().toList();
        return new Spread(at(sorted, 0.50), at(sorted, 0.99), sorted.size());
    }

    private static double at(List<Long> sorted, double share) {
        var rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / NANOS_PER_MILLI;
    }
}
