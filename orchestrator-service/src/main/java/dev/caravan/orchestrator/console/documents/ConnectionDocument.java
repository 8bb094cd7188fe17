package dev.caravan.orchestrator.console.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.caravan.schemas.connections.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A remote account that runs may act on; everything about it but its secret.
///
/// @param kind tenant, exchange, dns or bittitan
/// @param customerId Entra id of the customer's source tenant
/// @param credentialRef names the secret
/// @param allowedHosts hosts that may be called with it; any other is refused
/// @param killSwitch while true, no effect may start on it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionDocument(
        String connectionId,
        String kind,
        String displayName,
        String customerId,
        String account,
        @Nullable String tenantId,
        @Nullable String applicationId,
        String credentialRef,
        List<String> allowedHosts,
        Map<String, String> settings,
        boolean killSwitch,
        String changedBy,
        Instant changedAt) {

    public static ConnectionDocument of(Connection connection) {
        return new ConnectionDocument(
                connection.getConnectionId(),
                connection.getKind().name().toLowerCase(Locale.ROOT),
                connection.getDisplayName(),
                connection.getCustomerId(),
                connection.getAccount(),
                connection.getTenantId(),
                connection.getApplicationId(),
                connection.getCredentialRef(),
                connection.getAllowedHosts(),
                connection.getSettings(),
                connection.getKillSwitch(),
                connection.getChangedBy(),
                connection.getChangedAt());
    }
}
