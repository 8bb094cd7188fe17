package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a back-out of a run cannot, or did not, take back.
///
/// @param next pass as `after` to read on; absent at the end
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LossesDocument(List<Loss> losses, @Nullable String next) {

    /// One property of one object; or a step, where it is not done yet or nothing of what it did is recorded.
    ///
    /// @param cause irreversible (the runbook says so), conflict (others had changed the value since: it was kept)
    ///     or undo-skipped (a person went on without the undo)
    /// @param certain false: it will be lost if the step is done
    /// @param kind of the object; task, command, check, gate or wait where it is the step
    /// @param id of the object; the step's where it is the step
    /// @param property empty where it is the step
    /// @param before what cannot be, or was not, restored
    /// @param connectionId that the step acts on; empty where it acts on none
    /// @param account the remote account that the object belongs to: tenant, DNS account, workgroup
    /// @param tenantId Entra id, where the account is a tenant
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Loss(
            String stepId,
            String cause,
            boolean certain,
            String kind,
            String id,
            String property,
            List<String> before,
            String reason,
            String connectionId,
            String account,
            @Nullable String tenantId) {}
}
