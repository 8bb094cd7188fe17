package dev.caravan.orchestrator.run;

/// The connection that plays a role in a run, and the account that its commands are keyed by.
public record ConnectionRef(ConnectionId connectionId, AccountId account) {}
