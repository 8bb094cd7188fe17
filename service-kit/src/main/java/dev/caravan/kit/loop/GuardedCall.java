package dev.caravan.kit.loop;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// The leave of one running command. Everything is asked anew before each remote call, because a kill switch, a
/// deadline or a rebalance may come between two of them.
final class GuardedCall implements Call {

    private final CommandHeader header;
    private final Connection connection;
    private final GuardedCalls guard;
    private final StopSignal stop;
    private final AtomicBoolean cutShort;

    GuardedCall(CommandHeader header, Connection connection, GuardedCalls guard, StopSignal stop) {
        this(header, connection, guard, stop, new AtomicBoolean());
    }

    private GuardedCall(
            CommandHeader header, Connection connection, GuardedCalls guard, StopSignal stop, AtomicBoolean cutShort) {
        this.header = header;
        this.connection = connection;
        this.guard = guard;
        this.stop = stop;
        this.cutShort = cutShort;
    }

    @Override
    public CommandHeader header() {
        return header;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public InstantSource clock() {
        return guard.pace();
    }

    @Override
    public <T> Outcome<T> remote(String api, String host, Supplier<Outcome<T>> request) {
        return guard.remotes().call(header.account(), api, () -> leave(host), () -> {
            guard.activity().happened();
            return request.get();
        });
    }

    @Override
    public Outcome<Call> through(Target target) {
        var other = header.through(target);
        return guard.connections()
                .resolve(other)
                .<Call>map(found -> new GuardedCall(other, found, guard, stop, cutShort));
    }

    @Override
    public void pause(Duration duration) {
        stop.rest(() -> guard.pace().pause(duration));
    }

    /// Whether a remote call was denied because the command is to stop: then its outcome means nothing.
    boolean isCutShort() {
        return cutShort.get();
    }

    private Outcome<Connection> leave(String host) {
        if (stop.isStopped()) {
            cutShort.set(true);
            return Outcome.failedForNow("stopped", "the worker hands its commands over");
        }
        return switch (guard.connections().resolve(header)) {
            case Outcome.Done<Connection>(var now) -> leave(now, host);
            case Outcome.Refused<Connection>(var code, var reason) -> Outcome.failedForGood(code, reason);
            case Outcome<Connection> other -> other;
        };
    }

    private Outcome<Connection> leave(Connection connectionNow, String host) {
        if (!connectionNow.allows(host)) {
            return Outcome.failedForGood(
                    "host-not-allowed",
                    "the connection %s does not list the host %s".formatted(connectionNow.connectionId(), host));
        }
        var now = guard.pace().instant();
        return now.isAfter(header.notAfter())
                ? Outcome.failedForNow("expired", "it is %s, after %s".formatted(now, header.notAfter()))
                : Outcome.done(connectionNow);
    }
}
