package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run at one look.
///
/// @param state as the API writes it; asked through the methods
/// @param sequence grows with everything that happens to the run
/// @param losses what a back-out cannot take back, in words
/// @param steps in the runbook's order; empty in a list of runs
public record RunView(
        String runId,
        String title,
        String customerId,
        String runbook,
        String state,
        String detail,
        Instant t0,
        boolean t0Confirmed,
        String timeZone,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        int stepsTotal,
        int stepsEnded,
        int objectsDone,
        long sequence,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> losses,
        @Nullable Instant nextDue,
        @JsonSetter(nulls = Nulls.AS_EMPTY) @Nullable List<StepView> steps) {

    @Override
    public List<StepView> steps() {
        return steps == null
                ? List.of()
                : steps.stream()
                        .sorted(Comparator.comparingInt(StepView::position))
                        .toList();
    }

    public boolean completed() {
        return Written.same(state, "completed");
    }

    public boolean backedOut() {
        return Written.same(state, "backed-out");
    }

    public boolean ended() {
        return completed() || backedOut();
    }

    /// Nothing goes on before a person decides.
    public boolean halted() {
        return Written.same(state, "failed") || Written.same(state, "back-out-failed") || Written.same(state, "parked");
    }

    public boolean parked() {
        return Written.same(state, "parked");
    }

    public Optional<StepView> step(String stepId) {
        return steps().stream().filter(step -> step.stepId().equals(stepId)).findFirst();
    }
}
