package dev.caravan.dns.domain;

import dev.caravan.dns.zone.DomainName;
import java.util.Collection;
import java.util.Optional;

/// A domain for which a tenant takes mail.
///
/// @param id its name as the tenant writes it
/// @param type what happens with letters to addresses that nobody in the tenant has, as Exchange calls it
public record AcceptedDomain(String id, String type) {

    /// They are refused.
    public static final String AUTHORITATIVE = "Authoritative";
    /// They leave the tenant again, to where the domain's MX points.
    public static final String INTERNAL_RELAY = "InternalRelay";

    static Optional<AcceptedDomain> of(DomainName domain, Collection<AcceptedDomain> all) {
        return all.stream().filter(accepted -> accepted.name().equals(domain)).findFirst();
    }

    DomainName name() {
        return DomainName.parse(id);
    }
}
