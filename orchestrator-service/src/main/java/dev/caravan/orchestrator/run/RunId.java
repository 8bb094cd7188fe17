package dev.caravan.orchestrator.run;

/// Which run: part of command ids and of topic keys, hence without separators.
public record RunId(String text) {

    public RunId {
        Written.plain("run id", text);
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static RunId parse(String text) {
        return new RunId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
