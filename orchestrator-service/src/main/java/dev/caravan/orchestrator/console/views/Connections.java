package dev.caravan.orchestrator.console.views;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.UnreadableRecord;
import dev.caravan.schemas.connections.Connection;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The remote accounts that runs may act on, as `caravan.connections` has told so far. Thread-safe.
public final class Connections {

    private final AvroRecords records;
    private final Map<String, Connection> byId = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    public Connections(AvroRecords records) {
        this.records = records;
    }

    /// Takes one record of the topic in. Throws [UnreadableRecord] for one that is no connection.
    ///
    /// @param value null where the connection was deleted
    public void accept(String key, byte @Nullable [] value) {
        var connection = value == null ? null : connection(key, value);
        locked(() -> {
            changed.signalAll();
            return connection == null ? byId.remove(key) : byId.put(key, connection);
        });
    }

    public Optional<Connection> find(String connectionId) {
        return locked(() -> Optional.ofNullable(byId.get(connectionId)));
    }

    /// All, by customer and id.
    public List<Connection> all() {
        return locked(() -> byId.values().stream()
                .sorted(Comparator.comparing(Connection::getCustomerId).thenComparing(Connection::getConnectionId))
                .toList());
    }

    /// Waits that long at most until this change, or a later one of the same connection, is here.
    public void awaitShown(Connection change, Duration patience) throws InterruptedException {
        var nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!isShown(change) && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isShown(Connection change) {
        var shown = byId.get(change.getConnectionId());
        return shown != null && (shown.equals(change) || shown.getChangedAt().isAfter(change.getChangedAt()));
    }

    private Connection connection(String key, byte[] value) {
        if (records.decode(value) instanceof Connection connection) {
            return connection;
        }
        throw new UnreadableRecord("not a connection under the key " + key);
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
