package dev.caravan.simulator.dns.wire;

import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;

/// A shared key that requests are signed with (RFC 8945), under HMAC-SHA256 or HMAC-SHA512.
///
/// @param secret the key itself; `toString` does not show it
/// @param zones what it may transfer
/// @param updates true if it may change them, too
public record Key(Name name, byte[] secret, Set<Name> zones, boolean updates) {

    private static final Set<Name> ALGORITHMS = Set.of(TSIG.HMAC_SHA256, TSIG.HMAC_SHA512);

    /// Takes copies.
    public Key {
        secret = secret.clone();
        zones = Set.copyOf(zones);
    }

    /// The key for one of the algorithms; empty for one that the servers do not take.
    public Optional<TSIG> under(Name algorithm) {
        return ALGORITHMS.contains(algorithm) ? Optional.of(new TSIG(algorithm, name, secret)) : Optional.empty();
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
