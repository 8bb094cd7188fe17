package dev.caravan.dns.domain;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// With what a tenant signs letters of a domain (DKIM).
///
/// @param id the domain, as the tenant writes it
/// @param isEnabled whether it signs; otherwise it is only prepared
/// @param keys the aliases that have to be published first, for names that only the tenant knows
public record Signing(String id, boolean isEnabled, List<RecordSet> keys) {

    public Signing {
        keys = List.copyOf(keys);
    }

    /// That of a domain; empty where the tenant is not prepared to sign its letters.
    public static Optional<Signing> of(DomainName domain, Collection<Signing> all) {
        return all.stream().filter(signing -> signing.name().equals(domain)).findFirst();
    }

    /// As a change of [DomainMoves#SIGNED] says it.
    static List<String> written(Optional<Signing> signing) {
        return signing.map(it -> List.of(Boolean.toString(it.isEnabled()))).orElse(List.of());
    }

    private DomainName name() {
        return DomainName.parse(id);
    }
}
