package dev.caravan.kit.command;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything about a remote account but its secret.
///
/// @param customerId the customer that it belongs to
/// @param credentialRef names the secret, for [dev.caravan.kit.credentials.Credentials]
/// @param allowedHosts hosts that may be called with it, lower case and without a final dot; any other is refused
/// @param settings what its adapter needs beyond that: provider, key name, algorithm, base URL
/// @param killSwitch while true, no effect may start on it
public record Connection(
        ConnectionId connectionId,
        Kind kind,
        String displayName,
        CustomerId customerId,
        AccountId account,
        Optional<String> tenantId,
        Optional<String> applicationId,
        CredentialRef credentialRef,
        Set<String> allowedHosts,
        Map<String, String> settings,
        boolean killSwitch) {

    /// The kind of system at the other end.
    public enum Kind {
        TENANT,
        EXCHANGE,
        DNS,
        BITTITAN
    }

    public Connection {
        allowedHosts = allowedHosts.stream().map(Connection::canonical).collect(toUnmodifiableSet());
        settings = Map.copyOf(settings);
    }

    /// Whether that host may be called; letter case and a final dot make no difference.
    public boolean allows(String host) {
        return allowedHosts.contains(canonical(host));
    }

    /// One of the adapter's settings.
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    private static String canonical(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
