package dev.caravan.mailbox.address;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The domains that leave a tenant. What is below one leaves with it: a domain with child domains cannot be removed.
public record MovingDomains(Set<String> names) {

    public MovingDomains {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    public static MovingDomains of(Collection<String> names) {
        return new MovingDomains(Set.copyOf(names));
    }

    /// Whether an address or a sign-in name is in one of them, or below.
    public boolean hold(String address) {
        return holding(Address.domain(address)).isPresent();
    }

    /// The longest of them that a host name is, or is below.
    public Optional<String> holding(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> lower.equals(name) || lower.endsWith("." + name))
                .max(Comparator.comparingInt(String::length));
    }
}
