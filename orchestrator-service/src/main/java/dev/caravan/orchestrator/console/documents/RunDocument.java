package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caravan.schemas.run.RunView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run, as a line of a list.
///
/// @param customerId Entra id of the customer's source tenant
/// @param state running, failing, failed, paused, completed, backing-out, back-out-paused, back-out-failed,
///     backed-out or parked
/// @param detail the state in words
/// @param t0 when the domains move; provisional until it is confirmed
/// @param endedAt absent while the run goes on
/// @param inputs the requests folded last, newest first: `inputId`, or `inputId!code: reason` when refused
/// @param losses what cannot be taken back
/// @param nextDue when the run goes on by itself; absent if nothing is due
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunDocument(
        String runId,
        String title,
        String customerId,
        String runbook,
        String runbookHash,
        String state,
        String detail,
        Instant t0,
        boolean t0Confirmed,
        String timeZone,
        List<String> domains,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        int stepsTotal,
        int stepsEnded,
        int objectsDone,
        long sequence,
        List<String> inputs,
        List<String> losses,
        @Nullable Instant nextDue) {

    public static RunDocument of(RunView view) {
        return new RunDocument(
                view.getRunId(),
                view.getTitle(),
                view.getCustomerId(),
                view.getRunbook(),
                view.getRunbookHash(),
                view.getState(),
                view.getDetail(),
                view.getT0(),
                view.getT0Confirmed(),
                view.getTimeZone(),
                view.getDomains(),
                view.getRequestedBy(),
                view.getCreatedAt(),
                view.getEndedAt(),
                view.getStepsTotal(),
                view.getStepsEnded(),
                view.getObjectsDone(),
                view.getSequence(),
                view.getInputs(),
                view.getLosses(),
                view.getNextDue());
    }
}
