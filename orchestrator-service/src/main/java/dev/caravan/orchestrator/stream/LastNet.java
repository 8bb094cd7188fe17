package dev.caravan.orchestrator.stream;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What even the processor did not catch: Kafka or the registry is away, or this process is broken.
///
/// A stream thread that Kafka's own exceptions have ended is replaced after a pause; its transaction is aborted and its
/// records come again. Anything else ends the client, and with it the process, so that whoever supervises it starts a
/// fresh one.
final class LastNet implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LastNet.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        LOG.atError().setCause(fault).log("A stream thread has ended");
        if (!isOutside(fault)) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static boolean isOutside(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof KafkaException && !(cause instanceof StreamsException));
    }
}
