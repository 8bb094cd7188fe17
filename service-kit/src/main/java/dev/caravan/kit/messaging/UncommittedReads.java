package dev.caravan.kit.messaging;

/// The settings would let a consumer read what was never committed: the service must not start.
final class UncommittedReads extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncommittedReads(Object level) {
        super("spring.kafka.consumer.isolation-level: must be read_committed, is " + level
                + "; a command of an aborted transaction must never be carried out");
    }
}
