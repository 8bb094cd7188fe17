package dev.caravan.launcher.runs;

/// What a step has done to one property of one object.
///
/// @param state as the API writes it: planned, applied, undone, conflict
public record LedgerLine(String stepId, String state, Change change) {

    /// Done, and not taken back.
    public boolean applied() {
        return Written.same(state, "applied");
    }

    public boolean undone() {
        return Written.same(state, "undone");
    }

    public boolean conflict() {
        return Written.same(state, "conflict");
    }
}
