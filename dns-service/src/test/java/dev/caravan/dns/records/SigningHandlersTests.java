package dev.caravan.dns.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A tenant signs letters of domains that came to it.
class SigningHandlersTests {

    private static final List<DomainName> A = List.of(DomainName.parse("a.example"));
    private static final List<Change> REMOVED = List.of(
            new Change("domain", "a.example", "id", List.of("a.example"), List.of(), "…"),
            new Change("domain", "a.example", "isSigned", List.of("true"), List.of(), "…"));
    private static final DnsCommand CREATE = new DnsCommand.CreateSigning(REMOVED, A);
    private static final DnsCommand ENABLE = new DnsCommand.EnableSigning(REMOVED, A);

    private final FakeSigning signing = new FakeSigning();
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Creating extends OnFakeSigning {

        @Override
        public Handling<DnsFact> handling() {
            return of(CREATE);
        }
    }

    @Nested
    class Enabling extends OnFakeSigning {

        Enabling() {
            signing.prepared("a.example");
        }

        @Override
        public Handling<DnsFact> handling() {
            return of(ENABLE);
        }
    }

    @Nested
    class Reverting extends OnFakeSigning {

        private final DnsCommand revert;

        Reverting() {
            signing.prepared("a.example");
            handle(ENABLE);
            revert = new DnsCommand.RevertSigning(plans.getLast().changes());
            signing.done().clear();
        }

        @Override
        public Handling<DnsFact> handling() {
            return of(revert);
        }
    }

    @Test
    void a_domain_is_signed_when_the_tenant_sees_its_keys() {
        // Given
        handle(CREATE);
        signing.seeingKeys(false);
        // When
        var early = handle(ENABLE);
        signing.seeingKeys(true);
        var late = handle(ENABLE);
        // Then
        assertThat(early).isInstanceOf(Outcome.NotYet.class);
        assertThat(late).isEqualTo(Outcome.done(Optional.of(new DnsFact.SigningChanged(1, 0))));
        assertThat(signing.done()).containsExactly("create a.example", "enable a.example");
    }

    @Test
    void what_was_created_is_left_to_go_with_its_domain() {
        // Given
        handle(CREATE);
        // When
        var reverted = handle(new DnsCommand.RevertSigning(plans.getLast().changes()));
        // Then
        assertThat(reverted).isEqualTo(Outcome.done(Optional.of(new DnsFact.SigningReverted(0, 1, List.of()))));
        assertThat(signing.done()).containsExactly("create a.example");
    }

    private Handling<DnsFact> of(DnsCommand command) {
        return new FakeHost().handlers(new FakeTenant(), signing).of(command);
    }

    private Outcome<Optional<DnsFact>> handle(DnsCommand command) {
        return new Procedure<DnsFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    private abstract class OnFakeSigning implements CommandContract<DnsFact> {

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return signing.done();
        }
    }
}
