package dev.caravan.dns.domain;

import dev.caravan.dns.zone.DomainName;

/// A domain as an object of a tenant.
///
/// @param id its name as the tenant writes it
/// @param isDefault new users are named in it; a default domain cannot be removed
/// @param isInitial the one that the tenant began with and that stays with it
/// @param isVerified the tenant has proven that it owns the domain
public record TenantDomain(String id, boolean isDefault, boolean isInitial, boolean isVerified) {

    DomainName name() {
        return DomainName.parse(id);
    }

    boolean isCalled(String other) {
        return id.equalsIgnoreCase(other);
    }
}
