package dev.caravan.orchestrator.console.documents;

import org.jspecify.annotations.Nullable;

/// Where a step acts.
///
/// @param connectionId empty where it acts on none
/// @param account the remote account behind it
/// @param tenantId Entra id, where the account is a tenant
public record ActedOn(
        String connectionId, String account, @Nullable String tenantId) {

    public static final ActedOn NOTHING = new ActedOn("", "", null);
}
