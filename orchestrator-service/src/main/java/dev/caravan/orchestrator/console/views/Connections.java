package dev.caravan.orchestrator.console.views;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.UnreadableRecord;
import dev.caravan.schemas.connections.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The remote accounts that runs may act on, as `caravan.connections` has told so far. Thread-safe.
public final class Connections {

    private final AvroRecords records;
    private final Map<String, Connection> byId = new ConcurrentHashMap<>();

    public Connections(AvroRecords records) {
        this.records = records;
    }

    /// Takes one record of the topic in.
    ///
    /// @param value null where the connection was deleted
    public void accept(String key, byte @Nullable [] value) {
        if (value == null) {
            byId.remove(key);
        } else if (records.decode(value) instanceof Connection connection) {
            byId.put(key, connection);
        } else {
            throw new UnreadableRecord("not a connection under the key " + key);
        }
    }

    public Optional<Connection> find(String connectionId) {
        return Optional.ofNullable(byId.get(connectionId));
    }

    /// All, by customer and name.
    public List<Connection> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Connection::getCustomerId).thenComparing(Connection::getConnectionId))
                .toList();
    }
}
