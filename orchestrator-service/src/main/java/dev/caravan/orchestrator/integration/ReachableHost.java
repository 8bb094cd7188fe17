package dev.caravan.orchestrator.integration;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Looks, before each post, where the receiver's name leads today: never to a link-local address, where clouds keep
/// their metadata services, unless configuration names that very address.
final class ReachableHost {

    private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16");

    private final Set<String> allowed;

    ReachableHost(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /// Throws [NotAccepted] where it leads to a place that must not be called, [NotDelivered] where it leads nowhere.
    void require(URI receiver) {
        var host = receiver.getHost().toLowerCase(Locale.ROOT);
        if (!allowed.contains(host)) {
            throw new NotAccepted("the host " + host + " is not allowed");
        }
        var forbidden = Arrays.stream(addresses(host))
                .filter(address -> isForbidden(host, address))
                .findAny();
        if (forbidden.isPresent()) {
            throw new NotAccepted("the host " + host + " leads to "
                    + forbidden.get().getHostAddress() + ", which no webhook may call");
        }
    }

    private boolean isForbidden(String host, InetAddress address) {
        var text = address.getHostAddress();
        return (address.isLinkLocalAddress()
                        || address.isAnyLocalAddress()
                        || address.isMulticastAddress()
                        || METADATA.contains(text))
                && !(allowed.contains(text) && host.equals(text));
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new NotDelivered("the name " + host + " leads nowhere", unknown);
        }
    }
}
