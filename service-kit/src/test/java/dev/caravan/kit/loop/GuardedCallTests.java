package dev.caravan.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.connections.Connections;
import dev.caravan.kit.resilience.OpenRemotes;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.kit.time.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardedCallTests {

    private static final Target TENANT = new Target(new ConnectionId("tenant"), new AccountId("tenant"));

    private final OpenCall first = OpenCall.to(Connection.Kind.DNS, Set.of("ns1.example"), Map.of());
    private final StopSignal stop = new StopSignal();
    private final Map<ConnectionId, Outcome<Connection>> connections =
            new HashMap<>(Map.of(first.connection().connectionId(), Outcome.done(first.connection())));

    @Test
    void what_is_read_through_another_connection_is_guarded_by_that_one() {
        // Given
        connections.put(TENANT.connectionId(), Outcome.done(tenant()));
        // When
        var through = open().through(TENANT);
        // Then
        assertThat(through.then(call -> called(call, "graph.example"))).isEqualTo(Outcome.done("answer"));
        assertThat(code(through.then(call -> called(call, "ns1.example")))).isEqualTo("host-not-allowed");
        assertThat(code(called(open(), "graph.example"))).isEqualTo("host-not-allowed");
    }

    @Test
    void one_that_is_killed_is_not_called_and_the_first_one_still_is() {
        // Given
        connections.put(TENANT.connectionId(), Outcome.done(tenant()));
        var call = open();
        var through = call.through(TENANT);
        // When
        connections.put(TENANT.connectionId(), Outcome.refused("kill-switch", "killed"));
        // Then
        assertThat(code(through.then(other -> called(other, "graph.example")))).isEqualTo("kill-switch");
        assertThat(call.through(TENANT)).isInstanceOf(Outcome.Refused.class);
        assertThat(called(call, "ns1.example")).isEqualTo(Outcome.done("answer"));
    }

    @Test
    void a_command_that_is_stopped_is_cut_short_by_what_it_reads_elsewhere_too() {
        // Given
        connections.put(TENANT.connectionId(), Outcome.done(tenant()));
        var call = open();
        var through = call.through(TENANT);
        // When
        stop.stop();
        through.then(other -> called(other, "graph.example"));
        // Then
        assertThat(call.isCutShort()).isTrue();
    }

    private GuardedCall open() {
        Connections table = header ->
                connections.getOrDefault(header.connectionId(), Outcome.refused("unknown-connection", "unknown"));
        return opened(new GuardedCalls(table, OpenRemotes.of(first.clock()), new StillPace(), new Activity())
                .open(first.header(), stop));
    }

    private static GuardedCall opened(Outcome<GuardedCall> outcome) {
        if (outcome instanceof Outcome.Done<GuardedCall>(var call)) {
            return call;
        }
        throw new AssertionError("not opened: " + outcome);
    }

    private static Outcome<String> called(Call call, String host) {
        return call.remote("api", host, () -> Outcome.done("answer"));
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?> failed ? failed.code() : outcome.toString();
    }

    private Connection tenant() {
        var of = first.connection();
        return new Connection(
                TENANT.connectionId(),
                Connection.Kind.TENANT,
                "Tenant",
                of.customerId(),
                TENANT.account(),
                Optional.empty(),
                Optional.empty(),
                of.credentialRef(),
                Set.of("graph.example"),
                Map.of(),
                false);
    }

    /// A clock that stands still.
    private record StillPace() implements Pace {

        @Override
        public Instant instant() {
            return OpenCall.NOW;
        }

        @Override
        public void pause(Duration duration) {
            // Time stands still.
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }

        @Override
        public int pausing() {
            return 0;
        }
    }
}
