package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caravan.schemas.connections.Connection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether effects may start at all.
///
/// @param on while true, none may start on any connection
/// @param changedBy who turned it last; missing if nobody ever did
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KillSwitchDocument(
        boolean on, @Nullable String changedBy, @Nullable Instant changedAt) {

    /// As the connection that stands for all others says.
    public static KillSwitchDocument of(Connection all) {
        return new KillSwitchDocument(all.getKillSwitch(), all.getChangedBy(), all.getChangedAt());
    }

    /// Nobody has ever turned it.
    public static KillSwitchDocument never() {
        return new KillSwitchDocument(false, null, null);
    }
}
