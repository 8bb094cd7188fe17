package dev.caravan.orchestrator.runbook;

import java.util.regex.Pattern;

/// Which of the connections of a run: `source`, `destination`, `dns`, `bittitan`.
public record RoleName(String text) implements Comparable<RoleName> {

    private static final Pattern WRITTEN = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public RoleName {
        Written.require(
                text, WRITTEN, "the role of a connection", "lower-case letters, digits and hyphens, as in `source`");
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static RoleName parse(String text) {
        return new RoleName(text);
    }

    @Override
    public int compareTo(RoleName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
