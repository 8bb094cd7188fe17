package dev.caravan.orchestrator.run;

/// Which connection: a reference that the worker resolves and checks; never a secret.
public record ConnectionId(String text) {

    public ConnectionId {
        Written.present("connection id", text);
    }

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static ConnectionId parse(String text) {
        return new ConnectionId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
