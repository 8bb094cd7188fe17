package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caravan.orchestrator.ledger.LedgerLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a run changed.
///
/// @param next pass as `after` to read on; absent at the end
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerDocument(List<Line> changes, @Nullable String next) {

    /// One property of one object as one step changed it.
    ///
    /// @param before what a back-out restores; empty: the property was absent
    /// @param state planned, applied, undone or conflict
    /// @param causedBy the command, or the answer of a person, that told of it last
    /// @param connectionId that the step acted on; empty where the run has none for it
    /// @param account the remote account that the object belongs to: tenant, DNS account, workgroup
    /// @param tenantId Entra id, where the account is a tenant
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String stepId,
            String kind,
            String id,
            String property,
            List<String> before,
            List<String> after,
            String state,
            String sentence,
            Instant changedAt,
            String causedBy,
            String connectionId,
            String account,
            @Nullable String tenantId) {

        /// @param on where the step of the line acted
        public static Line of(LedgerLine line, ActedOn on) {
            return new Line(
                    line.step().text(),
                    line.key().kind(),
                    line.key().id(),
                    line.key().property(),
                    line.before(),
                    line.after(),
                    line.state().name().toLowerCase(Locale.ROOT),
                    line.sentence(),
                    line.changedAt(),
                    line.causedBy(),
                    on.connectionId(),
                    on.account(),
                    on.tenantId());
        }
    }
}
