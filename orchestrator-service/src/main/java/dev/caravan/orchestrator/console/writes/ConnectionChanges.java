package dev.caravan.orchestrator.console.writes;

import dev.caravan.orchestrator.console.views.Connections;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.connections.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/// Writes connections down, and sees to it that whoever wrote one reads it here afterwards.
public final class ConnectionChanges {

    private static final Duration SHOWN_MAX = Duration.ofSeconds(5);

    private final WriteLog log;
    private final Connections connections;
    private final InstantSource clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public ConnectionChanges(WriteLog log, Connections connections, InstantSource clock) {
        this.log = log;
        this.connections = connections;
        this.clock = clock;
    }

    /// Writes the connection as it shall be from now on.
    ///
    /// @param wanted made of what it was, if it was, and of the instant of the change
    /// @return the connection as written
    public Connection change(
            String connectionId, Caller caller, BiFunction<Optional<Connection>, Instant, Connection> wanted)
            throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var next = wanted.apply(connections.find(connectionId), now);
            append(next, caller, now);
            return next;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void append(Connection connection, Caller caller, Instant now) throws InterruptedException {
        var id = connection.getConnectionId();
        log.append(new WriteLog.Entry(
                TopicCatalogue.CONNECTIONS, id, connection, caller.idFor("connection"), now, caller.traceparent()));
        connections.awaitShown(connection, SHOWN_MAX);
    }
}
