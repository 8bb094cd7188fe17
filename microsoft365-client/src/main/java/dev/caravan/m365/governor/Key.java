package dev.caravan.m365.governor;

/// Whom a host counts requests for: all that have the same key share one budget.
///
/// @param tenantId the tenant's GUID
/// @param applicationId the GUID of the application that asks
public record Key(Api api, String tenantId, String applicationId) {

    Application application() {
        return new Application(api, applicationId);
    }

    /// An application over all tenants that it is used in.
    record Application(Api api, String applicationId) {}
}
