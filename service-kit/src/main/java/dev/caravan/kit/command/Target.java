package dev.caravan.kit.command;

/// A connection that a command is told to act or to read through.
///
/// @param account what the connection has to be to
public record Target(ConnectionId connectionId, AccountId account) {}
