package dev.caravan.license.tool;

import dev.caravan.kit.credentials.Secret;

/// As whom the tool signs in to a tenant.
///
/// @param clientId the application's id in the tenant
public record Application(String tenantId, String clientId, Secret secret) {}
