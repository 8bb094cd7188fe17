package dev.caravan.orchestrator.console.writes;

/// A request could not be written down. Nobody knows whether it was, so the client sends it again by the same key.
public final class NotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean isTooLarge;

    private NotWritten(String message, Throwable cause, boolean isTooLarge) {
        super(message, cause);
        this.isTooLarge = isTooLarge;
    }

    static NotWritten unavailable(Throwable cause) {
        return new NotWritten("the log cannot be written to now: send the request again", cause, false);
    }

    static NotWritten tooLarge(Throwable cause) {
        return new NotWritten("the request is larger than a record may be", cause, true);
    }

    /// Whether it would be the same the next time.
    public boolean isTooLarge() {
        return isTooLarge;
    }
}
