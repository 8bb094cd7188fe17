package dev.caravan.simulator.dns;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param port of all name servers, UDP and TCP; 0 for any
/// @param resolverPort of the caching resolver, UDP and TCP; 0 for any
/// @param secondaryLag how long after a change secondaries follow, on the simulated clock
/// @param seed decides which of a zone's servers the resolver asks
@ConfigurationProperties("simulator.dns")
record DnsSettings(
        @DefaultValue("0") int port,
        @DefaultValue("0") int resolverPort,
        @DefaultValue("5s") Duration secondaryLag,
        @DefaultValue("1") long seed) {

    DnsSettings {
        checkPort("simulator.dns.port", port);
        checkPort("simulator.dns.resolver-port", resolverPort);
        if (port != 0 && port == resolverPort) {
            throw new IllegalArgumentException("simulator.dns.resolver-port: the name servers have port " + port);
        }
        if (secondaryLag.isNegative()) {
            throw new IllegalArgumentException("simulator.dns.secondary-lag: must not be negative");
        }
    }

    private static void checkPort(String property, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(property + ": not a port: " + port);
        }
    }
}
