package dev.caravan.launcher.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A remote account that workers may act on, without its secret.
///
/// @param kind `TENANT`, `DNS`, `BITTITAN`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewConnection(
        String kind,
        String displayName,
        String customerId,
        String account,
        @Nullable String tenantId,
        @Nullable String applicationId,
        String credentialRef,
        List<String> allowedHosts,
        Map<String, String> settings,
        boolean killSwitch) {}
