package dev.caravan.simulator.login;

import java.util.Arrays;
import java.util.Optional;

/// The APIs that tokens are issued for, by the address that scopes and tokens name them with.
public enum Audience {
    GRAPH("https://graph.microsoft.com"),
    EXCHANGE("https://outlook.office365.com");

    private static final String ALL = "/.default";

    private final String uri;

    Audience(String uri) {
        this.uri = uri;
    }

    String uri() {
        return uri;
    }

    /// The audience of a scope, such as `https://graph.microsoft.com/.default`; applications ask for `/.default`.
    static Optional<Audience> ofScope(String scope) {
        return Arrays.stream(values())
                .filter(audience -> scope.equals(audience.uri + ALL))
                .findFirst();
    }
}
