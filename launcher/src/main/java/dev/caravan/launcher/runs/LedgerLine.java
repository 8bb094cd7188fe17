package dev.caravan.launcher.runs;

import java.util.List;

/// What a step has done to one property of one object.
///
/// @param state as the API writes it: planned, applied, undone, conflict
public record LedgerLine(
        String stepId, String state, String kind, String id, String property, List<String> before, List<String> after) {

    /// Done, and not taken back.
    public boolean applied() {
        return Written.same(state, "applied");
    }

    public boolean conflict() {
        return Written.same(state, "conflict");
    }
}
