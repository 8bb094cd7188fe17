package dev.caravan.m365.wire;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.caravan.kit.command.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/// Where each of Microsoft's hosts is reached: at its own name, unless the configuration says otherwise.
public final class Endpoints {

    private static final int HTTPS_PORT = 443;

    private final Map<String, String> elsewhere;

    public Endpoints(Microsoft365Settings settings) {
        this.elsewhere = settings.endpoints().entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString().replaceAll("/+$", "")));
    }

    /// What stands before the path of every request to that host; no slash at its end.
    public String base(String host) {
        return elsewhere.getOrDefault(host, "https://" + host);
    }

    /// The address of a path, with its query if it has one, on that host.
    public URI at(String host, String path) {
        return URI.create(base(host) + path);
    }

    /// The address of a link that the host gave us. A link to anywhere else is not followed: our token would go there.
    ///
    /// @return [Outcome.Failed] for good, with code `foreign-link`, for such a link
    public Outcome<URI> follow(String host, String link) {
        try {
            var address = new URI(link);
            return link.startsWith(base(host) + "/")
                    ? Outcome.done(address)
                    : isOn(host, address) ? Outcome.done(at(host, pathAndQuery(address))) : foreign(host, link);
        } catch (URISyntaxException _) {
            return foreign(host, link);
        }
    }

    private static boolean isOn(String host, URI address) {
        return "https".equals(address.getScheme())
                && host.equalsIgnoreCase(address.getHost())
                && (address.getPort() == -1 || address.getPort() == HTTPS_PORT);
    }

    private static String pathAndQuery(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private static <T> Outcome<T> foreign(String host, String link) {
        return Outcome.failedForGood("foreign-link", host + " gave a link that does not lead to itself: " + link);
    }
}
