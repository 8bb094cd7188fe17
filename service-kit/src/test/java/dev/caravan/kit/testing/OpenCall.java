package dev.caravan.kit.testing;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.CommandId;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.CustomerId;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.RunId;
import dev.caravan.kit.command.StepId;
import dev.caravan.kit.command.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Leave to act for handler tests: every call to a host that the connection lists is made, at an instant that stands
/// still, and no pause takes time.
public record OpenCall(CommandHeader header, Connection connection) implements Call {

    /// When everything happens.
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private static final CustomerId CUSTOMER = new CustomerId("5d1f7c56-0000-4000-8000-000000000001");
    private static final AccountId ACCOUNT = new AccountId("account");
    private static final ConnectionId CONNECTION = new ConnectionId("connection");

    /// Leave through a connection with these hosts and settings.
    public static OpenCall to(Connection.Kind kind, Set<String> hosts, Map<String, String> settings) {
        var connection = new Connection(
                CONNECTION,
                kind,
                "Connection",
                CUSTOMER,
                ACCOUNT,
                Optional.empty(),
                Optional.empty(),
                new CredentialRef("credential"),
                hosts,
                settings,
                false);
        return new OpenCall(header(false, Optional.empty()), connection);
    }

    /// The same leave for a preview.
    public OpenCall dry() {
        return new OpenCall(header(true, Optional.empty()), connection);
    }

    /// The same leave, for these changes alone.
    public OpenCall approving(Set<String> digests) {
        return new OpenCall(header(false, Optional.of(digests)), connection);
    }

    /// The same leave, for the part after that one.
    public OpenCall after(String cursor) {
        return new OpenCall(header(header.dryRun(), header.approvedChanges(), Optional.of(cursor)), connection);
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Override
    public <T> Outcome<T> remote(String api, String host, Supplier<Outcome<T>> request) {
        return connection.allows(host) ? request.get() : Outcome.failedForGood("host-not-allowed", host);
    }

    @Override
    public Outcome<Call> through(Target target) {
        return Outcome.done(new OpenCall(header.through(target), connection));
    }

    @Override
    public void pause(Duration duration) {
        // Time stands still.
    }

    private static CommandHeader header(boolean dryRun, Optional<Set<String>> approved) {
        return header(dryRun, approved, Optional.empty());
    }

    private static CommandHeader header(boolean dryRun, Optional<Set<String>> approved, Optional<String> cursor) {
        return new CommandHeader(
                new CommandId("run/step/0/1"),
                new RunId("run"),
                new StepId("step"),
                0,
                1,
                CUSTOMER,
                CONNECTION,
                ACCOUNT,
                NOW,
                NOW.plus(Duration.ofHours(1)),
                dryRun,
                cursor,
                approved,
                false);
    }
}
