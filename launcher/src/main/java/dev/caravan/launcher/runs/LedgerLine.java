package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;

/// What a step has done to one property of one object.
///
/// @param state as the API writes it: planned, applied, undone, conflict
/// @param account the remote account that the object belongs to: tenant, DNS account, workgroup
public record LedgerLine(
        String stepId,
        String state,
        String kind,
        String id,
        String property,
        List<String> before,
        List<String> after,
        Instant changedAt,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String account) {

    /// Done, and not taken back.
    public boolean applied() {
        return Written.same(state, "applied");
    }

    /// Not taken back, because somebody else had changed it since.
    public boolean conflict() {
        return Written.same(state, "conflict");
    }
}
