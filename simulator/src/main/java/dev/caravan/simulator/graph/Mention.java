package dev.caravan.simulator.graph;

import dev.caravan.simulator.world.DomainName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address `x@domain` of any type, or a URI with a domain as its host.
record Mention(String text) {

    private static final Pattern URI = Pattern.compile("(?<before>[^:/]+://)(?<host>[^:/]*)(?<after>.*)");

    /// The domain, if there is one.
    Optional<DomainName> domain() {
        Matcher uri = URI.matcher(text);
        return DomainName.find(uri.matches() ? uri.group("host") : text.substring(text.lastIndexOf('@') + 1));
    }

    /// True if it lies in a domain or in one below it.
    boolean isIn(DomainName domain) {
        return domain().filter(domain::holds).isPresent();
    }

    /// The same in another domain: an address keeps what stands before the `@`, a URI the names below the domain.
    String moved(DomainName from, DomainName to) {
        Matcher uri = URI.matcher(text);
        if (!isIn(from)) {
            return text;
        }
        if (!uri.matches()) {
            return text.substring(0, text.lastIndexOf('@') + 1) + to;
        }
        String host = uri.group("host").toLowerCase(Locale.ROOT);
        String below = host.substring(0, host.length() - from.text().length());
        return uri.group("before") + below + to + uri.group("after");
    }
}
