package dev.caravan.kit.connections;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.CustomerId;
import java.util.Optional;
import java.util.Set;

/// The generated record of a connection, as the kit's own type.
final class ConnectionRecords {

    private ConnectionRecords() {}

    /// Throws [IllegalArgumentException], naming the field, when one of its identities is empty.
    static Connection connection(dev.caravan.schemas.connections.Connection record) {
        return new Connection(
                new ConnectionId(record.getConnectionId()),
                kind(record.getKind()),
                record.getDisplayName(),
                new CustomerId(record.getCustomerId()),
                new AccountId(record.getAccount()),
                Optional.ofNullable(record.getTenantId()),
                Optional.ofNullable(record.getApplicationId()),
                new CredentialRef(record.getCredentialRef()),
                Set.copyOf(record.getAllowedHosts()),
                record.getSettings(),
                record.getKillSwitch());
    }

    private static Connection.Kind kind(dev.caravan.schemas.connections.ConnectionKind kind) {
        return switch (kind) {
            case TENANT -> Connection.Kind.TENANT;
            case EXCHANGE -> Connection.Kind.EXCHANGE;
            case DNS -> Connection.Kind.DNS;
            case BITTITAN -> Connection.Kind.BITTITAN;
        };
    }
}
