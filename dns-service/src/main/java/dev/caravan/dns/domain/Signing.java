package dev.caravan.dns.domain;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// With what a tenant signs letters of a domain (DKIM).
///
/// @param id the domain, as the tenant writes it
/// @param isEnabled whether it is to sign; otherwise it is only prepared
/// @param isPublished whether the tenant has seen the keys; it signs with keys of its initial domain as long as not
/// @param keys the aliases that have to be published first, for names that only the tenant knows
public record Signing(String id, boolean isEnabled, boolean isPublished, List<RecordSet> keys) {

    /// As a change says that a tenant was to sign, but had never seen the keys.
    static final List<String> SEEMING = List.of("unpublished");

    public Signing {
        keys = List.copyOf(keys);
    }

    /// That of a domain; empty where the tenant is not prepared to sign its letters.
    public static Optional<Signing> of(DomainName domain, Collection<Signing> all) {
        return all.stream().filter(signing -> signing.name().equals(domain)).findFirst();
    }

    /// As a change of [DomainMoves#SIGNED] says it.
    static List<String> written(Optional<Signing> signing) {
        return signing.map(it -> written(it.isEnabled())).orElse(List.of());
    }

    /// What gets lost when the domain leaves. Signing that only seems to be cannot be had again, since no tenant begins
    /// it without keys that it sees.
    List<String> lost() {
        return isEnabled && !isPublished ? SEEMING : written(isEnabled);
    }

    private static List<String> written(boolean isEnabled) {
        return List.of(Boolean.toString(isEnabled));
    }

    private DomainName name() {
        return DomainName.parse(id);
    }
}
