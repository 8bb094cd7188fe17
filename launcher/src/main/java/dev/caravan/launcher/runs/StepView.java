package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A step of a run at one look.
///
/// @param guide the numbers of the guide's steps that it covers
/// @param state as the API writes it; asked through the methods
/// @param waitsFor who or what, in words
public record StepView(
        String stepId,
        int position,
        String phase,
        String title,
        String kind,
        List<String> guide,
        String state,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String waitsFor,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String reason,
        @Nullable Instant due,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int attempts,
        int objectsTotal,
        int objectsDone,
        int objectsFailed,
        int changes,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String evidence,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String answer,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String answeredBy,
        List<String> conflicts) {

    public StepView {
        guide = List.copyOf(guide);
        conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
    }

    public boolean failed() {
        return Written.same(state, "failed") || Written.same(state, "undo-failed");
    }

    public boolean skipped() {
        return Written.same(state, "skipped") || Written.same(state, "undo-skipped");
    }

    public boolean working() {
        return Written.same(state, "working");
    }

    public boolean undone() {
        return Written.same(state, "undone");
    }

    /// Whether its way forward is over, well or not needed.
    public boolean finished() {
        return Written.same(state, "succeeded") || Written.same(state, "not-needed") || skipped();
    }
}
