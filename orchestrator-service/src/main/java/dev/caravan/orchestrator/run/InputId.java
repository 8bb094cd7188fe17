package dev.caravan.orchestrator.run;

/// Which request of a person or program, so that the same one twice changes nothing twice.
public record InputId(String text) {

    public InputId {
        Written.present("input id", text);
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static InputId parse(String text) {
        return new InputId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
