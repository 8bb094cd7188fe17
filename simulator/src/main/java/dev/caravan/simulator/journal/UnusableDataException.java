package dev.caravan.simulator.journal;

/// The data directory cannot be used; the message says why, for the person who named it.
public final class UnusableDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message one sentence with the directory in it
    public UnusableDataException(String message) {
        super(message);
    }
}
