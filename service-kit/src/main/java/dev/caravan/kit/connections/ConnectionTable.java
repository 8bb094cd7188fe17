package dev.caravan.kit.connections;

import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.time.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All connections in memory. A connection may have been written just before the command that refers to it, and topics
/// give no order among each other: what is unknown is waited for a moment.
final class ConnectionTable implements Connections {

    /// What stands for all connections: its kill switch is everybody's.
    static final ConnectionId ALL = new ConnectionId("*");

    private static final Duration UNKNOWN_WAIT_MAX = Duration.ofSeconds(2);

    private final Map<ConnectionId, Entry> entries = new ConcurrentHashMap<>();

    /// What the topic's last record of a connection said.
    private sealed interface Entry {

        record Readable(Connection connection) implements Entry {}

        record Unreadable(String cause) implements Entry {}
    }

    void put(Connection connection) {
        entries.put(connection.connectionId(), new Entry.Readable(connection));
    }

    /// Its last record cannot be read: what it said before may no longer be true.
    void spoil(ConnectionId id, String cause) {
        entries.put(id, new Entry.Unreadable(cause));
    }

    void remove(ConnectionId id) {
        entries.remove(id);
    }

    int size() {
        return entries.size();
    }

    /// What cannot be read may say that everything is to stop.
    private boolean isAllKilled() {
        return switch (entries.get(ALL)) {
            case null -> false;
            case Entry.Unreadable _ -> true;
            case Entry.Readable(var all) -> all.killSwitch();
        };
    }

    @Override
    public Outcome<Connection> resolve(CommandHeader header) {
        if (isAllKilled()) {
            return Outcome.refused("kill-switch", "the kill switch of all connections is on");
        }
        return Patience.await(UNKNOWN_WAIT_MAX, () -> Optional.ofNullable(entries.get(header.connectionId())))
                .map(entry -> resolve(entry, header))
                .orElseGet(
                        () -> Outcome.refused("unknown-connection", "there is no connection " + header.connectionId()));
    }

    private static Outcome<Connection> resolve(Entry entry, CommandHeader header) {
        return switch (entry) {
            case Entry.Unreadable(var cause) ->
                Outcome.refused(
                        "unreadable-connection",
                        "the connection " + header.connectionId() + " cannot be read: " + cause);
            case Entry.Readable(var connection) -> checked(connection, header);
        };
    }

    private static Outcome<Connection> checked(Connection connection, CommandHeader header) {
        if (!connection.customerId().equals(header.customerId())) {
            return Outcome.refused(
                    "foreign-connection",
                    "the connection %s is not one of customer %s"
                            .formatted(connection.connectionId(), header.customerId()));
        }
        if (!connection.account().equals(header.account())) {
            return Outcome.refused(
                    "foreign-account",
                    "the connection %s is to the account %s, not to %s"
                            .formatted(connection.connectionId(), connection.account(), header.account()));
        }
        return connection.killSwitch()
                ? Outcome.refused("kill-switch", "the kill switch of " + connection.connectionId() + " is on")
                : Outcome.done(connection);
    }
}
