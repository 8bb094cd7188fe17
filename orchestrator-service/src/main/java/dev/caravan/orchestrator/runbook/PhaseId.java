package dev.caravan.orchestrator.runbook;

import java.util.regex.Pattern;

/// Which phase of a runbook: `baseline`.
public record PhaseId(String text) implements Comparable<PhaseId> {

    private static final Pattern WRITTEN = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public PhaseId {
        Written.require(text, WRITTEN, "the id of a phase", "lower-case letters, digits and hyphens, as in `baseline`");
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static PhaseId parse(String text) {
        return new PhaseId(text);
    }

    @Override
    public int compareTo(PhaseId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
