package dev.caravan.dns.domain;

import dev.caravan.dns.zone.DomainName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A domain as an object of a tenant.
///
/// @param id its name as the tenant writes it
/// @param isDefault new users are named in it; a default domain cannot be removed
/// @param isInitial the one that the tenant began with and that stays with it
/// @param isVerified the tenant has proven that it owns the domain
/// @param isBeingRemoved the tenant has agreed to let go of it and has not yet done so
/// @param services those that use it, as Graph calls them
/// @param signing with what its letters are signed, as far as that was asked for
public record TenantDomain(
        String id,
        boolean isDefault,
        boolean isInitial,
        boolean isVerified,
        boolean isBeingRemoved,
        List<String> services,
        Optional<Signing> signing) {

    public TenantDomain {
        services = List.copyOf(services);
    }

    /// Before anybody asked with what its letters are signed.
    public TenantDomain(
            String id,
            boolean isDefault,
            boolean isInitial,
            boolean isVerified,
            boolean isBeingRemoved,
            List<String> services) {
        this(id, isDefault, isInitial, isVerified, isBeingRemoved, services, Optional.empty());
    }

    /// The same with its signing, if the tenant has one for it.
    public TenantDomain signedBy(Collection<Signing> all) {
        return new TenantDomain(
                id, isDefault, isInitial, isVerified, isBeingRemoved, services, Signing.of(name(), all));
    }

    DomainName name() {
        return DomainName.parse(id);
    }

    boolean isCalled(String other) {
        return id.equalsIgnoreCase(other);
    }
}
