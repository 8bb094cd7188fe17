package dev.caravan.kit.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// One command's leave to act on one remote account. Adapters reach a remote only through [#remote], which is what
/// keeps the promises that no call starts after `notAfter`, on a killed connection or on a foreign host.
public interface Call {

    /// The command's header.
    CommandHeader header();

    /// The connection to act through, checked to be the customer's.
    Connection connection();

    /// The one injected clock.
    InstantSource clock();

    /// Makes one remote call if that is still allowed, and says why not otherwise. It is not called after `notAfter`,
    /// while the connection's kill switch is on, for a host that the connection does not list, while the circuit
    /// breaker of that account and API is open, or once the command is to stop.
    ///
    /// @param api which interface of the remote, such as `dns` or `graph`: the unit of circuit breaker and bulkhead
    /// @param host the host that is called, as the connection lists it
    /// @param request makes exactly one remote call; a transient failure counts against the circuit breaker
    <T> Outcome<T> remote(String api, String host, Supplier<Outcome<T>> request);

    /// The same command's leave to read through another connection of the same customer: what a tenant wants in a
    /// zone is read there and written here. It is checked like this one, before each call.
    Outcome<Call> through(Target target);

    /// Pauses at the pace of the injected clock. Returns early when the command is to stop, which the next
    /// [#remote] then says. For short waits only, such as a rate limit's: what takes minutes is [Outcome.NotYet].
    void pause(Duration duration);
}
