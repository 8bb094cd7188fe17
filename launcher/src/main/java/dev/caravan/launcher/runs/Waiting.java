package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A gate or a task that waits for somebody.
///
/// @param kind `gate` or `task`
/// @param approvalsMissing how many more people have to say yes; gates only
/// @param planHash of the plan to be read first; empty when there is none
/// @param evidence what proves that the task is done; empty when the answer is enough
/// @param takesBack whether a task takes back what the step's own task had changed
/// @param acts what a task asks for exactly
/// @param decides what a gate asks for besides a yes
/// @param earliestT0 of a gate that confirms T0: T0 is too near, and this is the earliest one that would do
public record Waiting(
        String runId,
        String stepId,
        String kind,
        @Nullable String assignee,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String question,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String instructions,
        int approvalsMissing,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> approvedBy,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String planHash,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String evidence,
        boolean takesBack,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<TaskAct> acts,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<OpenDecision> decides,
        @Nullable Instant earliestT0) {

    public boolean gate() {
        return Written.same(kind, "gate");
    }
}
