package dev.caravan.m365.wire;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How Microsoft's hosts are reached.
///
/// @param endpoints hosts that are not at `https://` and their own name, as `host → base URL`; empty in production
/// @param loginTimeout how long asking for a token may take
/// @param graphTimeout how long one request to Graph may take
/// @param exchangeTimeout how long one cmdlet may take; Exchange Online itself gives up after 15 minutes
/// @param exchangeRouting `invoke-command`: all cmdlets go by what Microsoft's PowerShell
///     module speaks; `documented-first`: single cmdlets go by the Admin API v2.0, a preview
///     that needs `Exchange.ManageAsAppV2`, where it suffices
@ConfigurationProperties("caravan.microsoft365")
public record Microsoft365Settings(
        @DefaultValue Map<String, URI> endpoints,
        @DefaultValue("30s") Duration loginTimeout,
        @DefaultValue("100s") Duration graphTimeout,
        @DefaultValue("960s") Duration exchangeTimeout,
        @DefaultValue("invoke-command") ExchangeRouting exchangeRouting) {

    public Microsoft365Settings {
        endpoints.forEach(Microsoft365Settings::requireBase);
        endpoints = endpoints.entrySet().stream()
                .collect(toUnmodifiableMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        requirePositive("login-timeout", loginTimeout);
        requirePositive("graph-timeout", graphTimeout);
        requirePositive("exchange-timeout", exchangeTimeout);
    }

    private static void requireBase(String host, URI base) {
        var isHttp = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!isHttp || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "caravan.microsoft365.endpoints[%s]: must be a base URL, is %s".formatted(host, base));
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(
                    "caravan.microsoft365." + name + ": must be longer than nothing, is " + duration);
        }
    }
}
