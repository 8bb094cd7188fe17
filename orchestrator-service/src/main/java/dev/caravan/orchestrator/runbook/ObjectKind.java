package dev.caravan.orchestrator.runbook;

import java.util.regex.Pattern;

/// What a step goes over: `domains`, `mailboxes`, `groups`.
public record ObjectKind(String text) implements Comparable<ObjectKind> {

    private static final Pattern WRITTEN = Pattern.compile("[a-z][A-Za-z0-9-]{0,62}");

    public ObjectKind {
        Written.require(text, WRITTEN, "a kind of objects", "one word, as in `mailboxes`");
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static ObjectKind parse(String text) {
        return new ObjectKind(text);
    }

    @Override
    public int compareTo(ObjectKind other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
