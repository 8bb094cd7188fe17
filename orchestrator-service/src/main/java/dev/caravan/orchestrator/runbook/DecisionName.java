package dev.caravan.orchestrator.runbook;

import java.util.regex.Pattern;

/// Which decision of a customer: `transferRegistration`. Also a name in conditions, hence camel case.
public record DecisionName(String text) implements Comparable<DecisionName> {

    private static final Pattern WRITTEN = Pattern.compile("[a-z][A-Za-z0-9]{0,62}");

    public DecisionName {
        Written.require(
                text,
                WRITTEN,
                "the name of a decision",
                "letters and digits, beginning in lower case, as in `transferRegistration`");
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static DecisionName parse(String text) {
        return new DecisionName(text);
    }

    @Override
    public int compareTo(DecisionName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
