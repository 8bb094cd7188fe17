package dev.caravan.license.project;

import java.util.List;
import java.util.Locale;

/// How a run's objects at BitTitan are called: after its first domain, so that every command finds them again.
///
/// @param domain in lower case
public record Label(String domain) {

    /// Of a run with these domains. Throws [IllegalArgumentException] when there are none.
    public static Label of(List<String> domains) {
        if (domains.isEmpty() || domains.getFirst().isBlank()) {
            throw new IllegalArgumentException(
                    "domains: the first of them must be there, for the project is called after it");
        }
        return new Label(domains.getFirst().toLowerCase(Locale.ROOT));
    }

    public String project() {
        return "Caravan " + domain;
    }

    public String source() {
        return project() + " source";
    }

    public String destination() {
        return project() + " destination";
    }
}
