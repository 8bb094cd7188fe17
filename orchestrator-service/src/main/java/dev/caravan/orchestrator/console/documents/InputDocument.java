package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caravan.orchestrator.console.views.InputOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of a request.
///
/// @param state pending, folded or refused; a run remembers its last 32 requests, older ones read pending
/// @param code why it was refused, for programs; absent unless refused
/// @param reason the same for people
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputDocument(
        String inputId,
        String runId,
        String state,
        @Nullable String code,
        @Nullable String reason) {

    public static InputDocument of(String inputId, String runId, Optional<InputOutcome> outcome) {
        return switch (outcome.orElse(null)) {
            case null -> new InputDocument(inputId, runId, "pending", null, null);
            case InputOutcome.Folded _ -> new InputDocument(inputId, runId, "folded", null, null);
            case InputOutcome.Refused(var code, var reason) ->
                new InputDocument(inputId, runId, "refused", code, reason);
        };
    }
}
