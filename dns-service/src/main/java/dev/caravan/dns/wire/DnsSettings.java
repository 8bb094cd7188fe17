package dev.caravan.dns.wire;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How name servers are reached.
///
/// @param resolver the recursive resolver as `address:port`; the machine's own when absent
/// @param nameServers servers that are not at port 53 of their own address, as `name → address:port`; empty in
///     production
/// @param timeout how long one question may take, a zone transfer ten times as long
@ConfigurationProperties("caravan.dns")
public record DnsSettings(
        @Nullable String resolver,
        @Nullable Map<String, String> nameServers,
        @Nullable Duration timeout) {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    public DnsSettings {
        nameServers = nameServers == null ? Map.of() : Map.copyOf(nameServers);
        timeout = timeout == null ? TIMEOUT : timeout;
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("caravan.dns.timeout: must be longer than nothing, is " + timeout);
        }
        if (resolver != null) {
            HostAndPort.parse("caravan.dns.resolver", resolver);
        }
        nameServers.forEach((name, address) -> HostAndPort.parse("caravan.dns.name-servers[" + name + "]", address));
    }

    @Override
    public Map<String, String> nameServers() {
        return nameServers == null ? Map.of() : nameServers;
    }

    @Override
    public Duration timeout() {
        return timeout == null ? TIMEOUT : timeout;
    }
}
