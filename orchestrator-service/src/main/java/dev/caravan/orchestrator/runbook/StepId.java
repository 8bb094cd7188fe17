package dev.caravan.orchestrator.runbook;

import java.util.regex.Pattern;

/// Which step of a runbook: `lower-ttl`. Part of command ids and of topic keys, hence short and without separators.
public record StepId(String text) implements Comparable<StepId> {

    private static final Pattern WRITTEN = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public StepId {
        Written.require(text, WRITTEN, "the id of a step", "lower-case letters, digits and hyphens, as in `lower-ttl`");
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static StepId parse(String text) {
        return new StepId(text);
    }

    @Override
    public int compareTo(StepId other) {
        return text.compareTo(other.text);
    }

    // As a record has them, but resolved at once: a run's maps are asked by step many hundred times per input.
    @Override
    public boolean equals(Object other) {
        return other instanceof StepId id && text.equals(id.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
