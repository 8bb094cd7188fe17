package dev.caravan.dns.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.CustomerId;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.testing.OpenCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HolderTests {

    private static final String OURS = "47eaa099-2cb6-416d-86dc-283cf0480ff9";

    private final FakeTenant tenant = new FakeTenant();

    @Test
    void domains_that_the_tenant_holds_are_proven() {
        tenant.heldBy("a.example", OURS).heldBy("b.example", OURS.toUpperCase(Locale.ROOT));

        assertThat(ask("a.example.", "b.example.")).isEqualTo(Outcome.done(Optional.of(new DnsFact.HolderProven(2))));
    }

    @Test
    void a_domain_of_another_tenant_is_told_with_that_tenant() {
        tenant.heldBy("a.example", OURS).heldBy("b.example", "11111111-0000-4000-8000-000000000001");

        assertThat(ask("a.example.", "b.example.")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("held-elsewhere");
            assertThat(failed.reason()).contains("b.example.", "11111111-0000-4000-8000-000000000001");
        });
    }

    @Test
    void a_domain_that_nobody_has_verified_is_told() {
        assertThat(ask("a.example."))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("held-by-nobody"));
    }

    private Outcome<Optional<DnsFact>> ask(String... domains) {
        var command = new DnsCommand.ProveHeld(
                List.of(domains).stream().map(DomainName::parse).toList());
        return new Procedure<DnsFact>(call(), _ -> {}, _ -> {})
                .follow(new FakeHost().handlers(tenant).of(command));
    }

    private static OpenCall call() {
        var open = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
        var connection = new Connection(
                new ConnectionId("connection"),
                Connection.Kind.TENANT,
                "Connection",
                new CustomerId(OURS),
                new AccountId("account"),
                Optional.of(OURS),
                Optional.empty(),
                new CredentialRef("credential"),
                Set.of(),
                Map.of(),
                false);
        return new OpenCall(open.header(), connection);
    }
}
