package dev.caravan.dns.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.domain.AcceptedDomain;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
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

/// Letters to addresses that are on their way leave the tenant, and are refused again.
class MailRelayTests {

    private static final DnsCommand RELAY = new DnsCommand.RelayMail(List.of(DomainName.parse("a.example")));

    private final FakeMail mail = new FakeMail()
            .taking("a.example")
            .taking("sales.a.example")
            .taking("stays.example")
            .taking("relayed.a.example", "ExternalRelay");
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Beginning extends OnFakeMail {

        @Override
        public Handling<DnsFact> handling() {
            return of(RELAY);
        }
    }

    @Nested
    class Reverting extends OnFakeMail {

        private final DnsCommand revert;

        Reverting() {
            handle(RELAY);
            revert = new DnsCommand.RevertMailRelay(plans.getLast().changes());
            mail.done().clear();
        }

        @Override
        public Handling<DnsFact> handling() {
            return of(revert);
        }
    }

    @Test
    void it_begins_in_the_domain_and_below_and_nowhere_else() {
        // When
        var outcome = handle(RELAY);
        // Then
        assertThat(outcome).isEqualTo(Outcome.done(Optional.of(new DnsFact.MailRelayed(2, 0))));
        assertThat(mail.done()).containsExactly("InternalRelay a.example", "InternalRelay sales.a.example");
    }

    @Test
    void what_others_made_of_a_domain_stays_and_what_has_left_needs_nothing() {
        // Given
        handle(RELAY);
        var revert = new DnsCommand.RevertMailRelay(plans.getLast().changes());
        mail.taking("a.example", "ExternalRelay").letGo("sales.a.example");
        mail.done().clear();
        // When
        var outcome = handle(revert);
        // Then
        assertThat(mail.done()).isEmpty();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.fact())
                                .asString()
                                .contains("others have made a.example a domain of type ExternalRelay"));
    }

    @Test
    void a_domain_that_came_back_meanwhile_is_as_it_was_already() {
        // Given
        handle(RELAY);
        var revert = new DnsCommand.RevertMailRelay(plans.getLast().changes());
        mail.taking("a.example", AcceptedDomain.AUTHORITATIVE).taking("sales.a.example");
        mail.done().clear();
        // When
        var outcome = handle(revert);
        // Then
        assertThat(outcome).isEqualTo(Outcome.done(Optional.of(new DnsFact.MailRelayReverted(0, 2, List.of()))));
        assertThat(mail.done()).isEmpty();
    }

    private Handling<DnsFact> of(DnsCommand command) {
        return new FakeHost()
                .handlers(new FakeTenant(), new FakeSigning(), mail)
                .of(command);
    }

    private Outcome<Optional<DnsFact>> handle(DnsCommand command) {
        return new Procedure<DnsFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    private abstract class OnFakeMail implements CommandContract<DnsFact> {

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return mail.done();
        }
    }
}
