package dev.caravan.launcher.bench.cutover;

/// What somebody needed for a whole cut-over: the domains lie between its two halves, so these never overlap.
record Halves(Tally source, Tally destination) {

    Tally both() {
        return source.then(destination);
    }
}
