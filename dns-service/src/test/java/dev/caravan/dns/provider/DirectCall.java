package dev.caravan.dns.provider;

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

/// A call that is always allowed, to one DNS account.
public record DirectCall(Connection connection) implements Call {

    /// A call with that connection's settings.
    public static DirectCall with(Map<String, String> settings) {
        return new DirectCall(new Connection(
                new ConnectionId("dns"),
                Connection.Kind.DNS,
                "DNS",
                new CustomerId("customer"),
                new AccountId("dns"),
                Optional.empty(),
                Optional.empty(),
                new CredentialRef("tsig"),
                Set.of(),
                settings,
                false));
    }

    @Override
    public CommandHeader header() {
        return new CommandHeader(
                new CommandId("r1/s1/0/1"),
                new RunId("r1"),
                new StepId("s1"),
                0,
                1,
                new CustomerId("customer"),
                connection.connectionId(),
                connection.account(),
                Instant.EPOCH,
                Instant.MAX,
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(Instant.EPOCH);
    }

    @Override
    public <T> Outcome<T> remote(String api, String host, Supplier<Outcome<T>> request) {
        return request.get();
    }

    @Override
    public Outcome<Call> through(Target target) {
        return Outcome.failedForGood("unknown-connection", "there is no connection " + target.connectionId());
    }

    @Override
    public void pause(Duration duration) {
        // A test waits for nothing.
    }
}
