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
/// @param mail how the tenant takes mail for it, as far as that was asked for and Exchange knows the domain
public record TenantDomain(
        String id,
        boolean isDefault,
        boolean isInitial,
        boolean isVerified,
        boolean isBeingRemoved,
        List<String> services,
        Optional<Signing> signing,
        Optional<AcceptedDomain> mail) {

    public TenantDomain {
        services = List.copyOf(services);
    }

    /// Before anybody asked with what its letters are signed, and how mail for it is taken.
    public TenantDomain(
            String id,
            boolean isDefault,
            boolean isInitial,
            boolean isVerified,
            boolean isBeingRemoved,
            List<String> services) {
        this(id, isDefault, isInitial, isVerified, isBeingRemoved, services, Optional.empty(), Optional.empty());
    }

    /// The same with what Exchange has for it.
    public TenantDomain inExchange(Collection<Signing> signings, Collection<AcceptedDomain> accepted) {
        return new TenantDomain(
                id,
                isDefault,
                isInitial,
                isVerified,
                isBeingRemoved,
                services,
                Signing.of(name(), signings),
                AcceptedDomain.of(name(), accepted));
    }

    /// As a change says it; without a value Exchange takes no mail for it.
    List<String> mailType() {
        return mail.map(AcceptedDomain::type).stream().toList();
    }

    DomainName name() {
        return DomainName.parse(id);
    }

    boolean isCalled(String other) {
        return id.equalsIgnoreCase(other);
    }
}
