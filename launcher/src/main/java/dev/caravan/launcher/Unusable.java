package dev.caravan.launcher;

/// What was asked cannot be done: one sentence for the terminal that says what is wrong and where. Nothing is left
/// running.
public final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unusable(String message) {
        super(message);
    }

    public Unusable(String message, Throwable cause) {
        super(message, cause);
    }
}
