package dev.caravan.orchestrator.integration;

/// An event will never be taken, however often it is posted.
final class NotAccepted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAccepted(String message) {
        super(message);
    }
}
