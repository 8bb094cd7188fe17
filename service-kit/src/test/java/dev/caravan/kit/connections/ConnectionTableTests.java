package dev.caravan.kit.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.CustomerId;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.testing.OpenCall;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionTableTests {

    private final OpenCall call = OpenCall.to(Connection.Kind.DNS, Set.of("NS1.Fabrikam.example."), Map.of());
    private final ConnectionTable table = new ConnectionTable();

    @Test
    void a_command_gets_the_connection_that_it_refers_to() {
        // Given
        table.put(call.connection());

        // When
        var resolved = table.resolve(call.header());

        // Then
        assertThat(resolved).isEqualTo(Outcome.done(call.connection()));
        assertThat(call.connection().allows("ns1.fabrikam.EXAMPLE")).isTrue();
        assertThat(call.connection().allows("ns2.fabrikam.example")).isFalse();
    }

    @Test
    void what_is_not_the_customers_or_not_the_account_is_refused() {
        // Given
        table.put(with(new CustomerId("other"), call.connection().account(), false));
        var foreign = table.resolve(call.header());

        // When
        table.put(with(call.connection().customerId(), new AccountId("other"), false));

        // Then
        assertThat(code(foreign)).isEqualTo("foreign-connection");
        assertThat(code(table.resolve(call.header()))).isEqualTo("foreign-account");
    }

    @Test
    void a_killed_a_spoilt_and_a_removed_connection_are_refused() {
        // Given
        var id = call.connection().connectionId();
        table.put(with(call.connection().customerId(), call.connection().account(), true));
        var killed = table.resolve(call.header());
        table.spoil(id, "garbage");
        var spoilt = table.resolve(call.header());

        // When
        table.remove(id);

        // Then
        assertThat(code(killed)).isEqualTo("kill-switch");
        assertThat(spoilt)
                .isEqualTo(
                        Outcome.refused("unreadable-connection", "the connection connection cannot be read: garbage"));
        assertThat(code(table.resolve(call.header()))).isEqualTo("unknown-connection");
    }

    @Test
    void the_kill_switch_of_all_is_the_one_of_each() {
        // Given
        var like = call.connection();
        table.put(like);

        // When
        table.put(called(ConnectionTable.ALL, like.customerId(), like.account(), true));
        var killed = table.resolve(call.header());
        table.spoil(ConnectionTable.ALL, "garbage");
        var spoilt = table.resolve(call.header());
        table.put(called(ConnectionTable.ALL, like.customerId(), like.account(), false));

        // Then
        assertThat(code(killed)).isEqualTo("kill-switch");
        assertThat(code(spoilt)).isEqualTo("kill-switch");
        assertThat(table.resolve(call.header())).isEqualTo(Outcome.done(like));
    }

    @Test
    void a_connection_that_comes_a_moment_late_is_waited_for() throws InterruptedException {
        // Given
        var coming = Thread.ofVirtual().unstarted(() -> table.put(call.connection()));

        // When
        coming.start();
        var resolved = table.resolve(call.header());
        coming.join();

        // Then
        assertThat(resolved).isInstanceOf(Outcome.Done.class);
    }

    private Connection with(CustomerId customer, AccountId account, boolean killSwitch) {
        return called(call.connection().connectionId(), customer, account, killSwitch);
    }

    private Connection called(ConnectionId id, CustomerId customer, AccountId account, boolean killSwitch) {
        var like = call.connection();
        return new Connection(
                id,
                like.kind(),
                like.displayName(),
                customer,
                account,
                like.tenantId(),
                like.applicationId(),
                like.credentialRef(),
                like.allowedHosts(),
                like.settings(),
                killSwitch);
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.code() : outcome.toString();
    }
}
