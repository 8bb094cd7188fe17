package dev.caravan.schemas;

import org.apache.kafka.common.errors.SerializationException;

/// Bytes that are no record of ours, whoever looks at them and however often: they belong into the dead letters.
public final class UnreadableRecord extends SerializationException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message) {
        super(message);
    }

    UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
