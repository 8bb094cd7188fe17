package dev.caravan.inventory.tenant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Who decides over a tenant's domains and people: the tenant itself, or a directory elsewhere.
///
/// Where it is not the tenant, sign-in names and addresses are refused when they are to be changed, and a federated
/// domain cannot be removed.
///
/// @param domains all of the tenant
/// @param isSynchronized whether people come from a directory elsewhere
public record Mastery(List<Domain> domains, boolean isSynchronized) {

    public Mastery {
        domains = List.copyOf(domains);
    }

    /// @param isManaged whether people sign in to the tenant itself
    public record Domain(DomainName name, boolean isManaged) {}

    /// What would stop a move of these domains in the middle; empty when nothing would.
    public Optional<String> obstacle(Collection<DomainName> moving) {
        if (isSynchronized) {
            return Optional.of(
                    "people are synchronized from a directory elsewhere, and only there they can be changed");
        }
        var concerned = domains.stream()
                .filter(domain -> moving.stream()
                        .anyMatch(moved -> moved.holds(domain.name().text())))
                .toList();
        return concerned.stream()
                .filter(domain -> !domain.isManaged())
                .findFirst()
                .map(domain -> domain.name() + " is federated: its people sign in elsewhere")
                .or(
                        () -> concerned.stream()
                                .filter(domain -> !moving.contains(domain.name()))
                                .findFirst()
                                .map(
                                        domain -> domain.name()
                                                + " is below a domain that moves, and does not move itself: that one could not be removed"));
    }
}
