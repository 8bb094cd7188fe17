package dev.caravan.schemas;

import org.apache.kafka.common.errors.RetriableException;

/// The schema registry did not answer. Says nothing about the record: try again, lose nothing.
public final class RegistryUnavailable extends RetriableException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailable(String message) {
        super(message);
    }

    RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
