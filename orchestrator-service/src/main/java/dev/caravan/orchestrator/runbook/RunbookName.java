package dev.caravan.orchestrator.runbook;

import java.util.regex.Pattern;

/// What a runbook is called: `dns-preparation`.
public record RunbookName(String text) implements Comparable<RunbookName> {

    private static final Pattern WRITTEN = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public RunbookName {
        Written.require(
                text,
                WRITTEN,
                "the name of a runbook",
                "lower-case letters, digits and hyphens, as in `dns-preparation`");
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static RunbookName parse(String text) {
        return new RunbookName(text);
    }

    @Override
    public int compareTo(RunbookName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
