package dev.caravan.dns.wire;

import java.net.InetSocketAddress;

/// `address:port` as configuration writes it; an IPv6 address stands in brackets.
final class HostAndPort {

    private HostAndPort() {}

    static InetSocketAddress parse(String property, String written) {
        int colon = written.lastIndexOf(':');
        try {
            String host = written.substring(0, colon).replace("[", "").replace("]", "");
            return new InetSocketAddress(host, Integer.parseInt(written.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(property + ": must be address:port, is \"" + written + "\"", wrong);
        }
    }
}
