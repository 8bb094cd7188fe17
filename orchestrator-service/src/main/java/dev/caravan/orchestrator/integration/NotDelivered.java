package dev.caravan.orchestrator.integration;

import org.jspecify.annotations.Nullable;

/// The receiver could not be reached or could not take an event now: worth another attempt.
final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDelivered(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
