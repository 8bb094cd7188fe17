package dev.caravan.kit.connections;

import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;

/// Finds the connection that a command refers to, and refuses what nobody meant: another customer's connection,
/// another account, a killed one.
@FunctionalInterface
public interface Connections {

    /// The command's connection as it is now.
    ///
    /// @return [Outcome.Refused] with code `unknown-connection`, `unreadable-connection`, `foreign-connection`,
    ///     `foreign-account` or `kill-switch` otherwise
    Outcome<Connection> resolve(CommandHeader header);
}
