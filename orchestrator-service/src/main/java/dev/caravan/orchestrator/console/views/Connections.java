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
import org.jspecify.annotations.Nullable;

/// The remote accounts that runs may act on, as `caravan.connections` has told so far. Thread-safe.
public final class Connections {

    /// The id of what stands for all connections: its kill switch is everybody's. No connection can be called so.
    public static final String ALL = "*";

    private final AvroRecords records;
    private final Map<String, Connection> byId = new TreeMap<>();
    private final Guard guard = new Guard();

    public Connections(AvroRecords records) {
        this.records = records;
    }

    /// Takes one record of the topic in. Throws [UnreadableRecord] for one that is no connection.
    ///
    /// @param value null where the connection was deleted
    public void accept(String key, byte @Nullable [] value) {
        var connection = value == null ? null : connection(key, value);
        guard.locked(() -> {
            guard.ring();
            return connection == null ? byId.remove(key) : byId.put(key, connection);
        });
    }

    public Optional<Connection> find(String connectionId) {
        return guard.locked(() -> Optional.ofNullable(byId.get(connectionId)));
    }

    /// All, by customer and id.
    public List<Connection> all() {
        return guard.locked(() -> byId.values().stream()
                .filter(connection -> !connection.getConnectionId().equals(ALL))
                .sorted(Comparator.comparing(Connection::getCustomerId).thenComparing(Connection::getConnectionId))
                .toList());
    }

    /// What a customer is called: as the connection to its source tenant is.
    public Optional<String> nameOf(String customerId) {
        return guard.locked(() -> byId.values().stream()
                .filter(connection -> customerId.equalsIgnoreCase(connection.getTenantId()))
                .map(Connection::getDisplayName)
                .filter(name -> !name.isBlank())
                .findFirst());
    }

    /// Waits that long at most until this change, or a later one of the same connection, is here.
    public void awaitShown(Connection change, Duration patience) throws InterruptedException {
        var _ = guard.await(() -> shown(change), patience);
    }

    private Optional<Connection> shown(Connection change) {
        return Optional.ofNullable(byId.get(change.getConnectionId()))
                .filter(shown -> shown.equals(change) || shown.getChangedAt().isAfter(change.getChangedAt()));
    }

    private Connection connection(String key, byte[] value) {
        if (records.decode(value) instanceof Connection connection) {
            return connection;
        }
        throw new UnreadableRecord("not a connection under the key " + key);
    }
}
