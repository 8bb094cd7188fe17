package dev.caravan.inventory.tenant;

import java.util.List;
import java.util.Optional;

/// Whether Exchange Web Services are open, and to whom: a migration tool copies mailboxes through them.
///
/// Since 1 October 2026 a tenant that never said anything has them closed, and an open tenant lets in only the programs
/// that it names.
///
/// @param ewsEnabled empty where the tenant never said it
/// @param allowedApplications application ids
public record Protocols(Optional<Boolean> ewsEnabled, List<String> allowedApplications) {

    public Protocols {
        allowedApplications = List.copyOf(allowedApplications);
    }

    public boolean isOpen() {
        return ewsEnabled.orElse(false);
    }

    public boolean allows(String applicationId) {
        return allowedApplications.stream().anyMatch(allowed -> allowed.strip().equalsIgnoreCase(applicationId));
    }
}
