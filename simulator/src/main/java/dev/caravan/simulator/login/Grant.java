package dev.caravan.simulator.login;

/// What an access token says.
///
/// @param tenantId the tenant that it is good for
/// @param credentialRef the credential that it was issued for
public record Grant(String tenantId, String applicationId, String credentialRef) {}
