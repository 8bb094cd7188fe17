package dev.caravan.orchestrator.runbook;

import java.util.regex.Pattern;

/// Which command of which service: `dns.LowerTtl`.
public record CommandName(String text) implements Comparable<CommandName> {

    private static final Pattern WRITTEN = Pattern.compile("[a-z][a-z0-9]{0,30}\\.[A-Z][A-Za-z0-9]{0,62}");

    public CommandName {
        Written.require(text, WRITTEN, "the name of a command", "a service and what it does, as in `dns.LowerTtl`");
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static CommandName parse(String text) {
        return new CommandName(text);
    }

    @Override
    public int compareTo(CommandName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
