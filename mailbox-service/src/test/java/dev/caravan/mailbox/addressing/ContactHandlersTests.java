package dev.caravan.mailbox.addressing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.contact.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContactHandlersTests {

    private static final MailboxCommand REMOVE =
            new MailboxCommand.RemoveContacts(List.of("ada", "bo", "gone"), MovingDomains.of(List.of("a.example")));

    private final FakeContacts tenant =
            new FakeContacts().contact("ada", "ada@a.example", "everybody").contact("bo", "bo@stays.example");
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Removing extends OnFakeContacts {

        @Override
        public Handling<MailboxFact> handling() {
            return of(REMOVE);
        }
    }

    @Nested
    class Reverting extends OnFakeContacts {

        private final MailboxCommand revert;

        Reverting() {
            handle(REMOVE);
            revert = new MailboxCommand.RevertContacts(List.copyOf(tenant.changed()));
            tenant.changed().clear();
        }

        @Override
        public Handling<MailboxFact> handling() {
            return of(revert);
        }
    }

    @Test
    void those_of_the_moving_domains_go_and_others_stay() {
        assertThat(handle(REMOVE)).isEqualTo(Outcome.done(Optional.of(new MailboxFact.ContactsRemoved(1, 1, 1))));
        assertThat(tenant.all()).containsOnlyKeys("SMTP:bo@stays.example");
    }

    @Test
    void a_removed_one_returns_with_its_names_addresses_and_groups() {
        var before = tenant.all().get("SMTP:ada@a.example");
        handle(REMOVE);

        handle(new MailboxCommand.RevertContacts(List.copyOf(tenant.changed())));

        assertThat(tenant.all().get("SMTP:ada@a.example"))
                .usingRecursiveComparison()
                .ignoringFields("guid")
                .isEqualTo(before);
    }

    @Test
    void one_that_others_created_again_keeps_its_name_and_gets_its_groups_back() {
        handle(REMOVE);
        var recorded = List.copyOf(tenant.changed());
        tenant.contact("ada-2", "ada@a.example");

        var outcome = handle(new MailboxCommand.RevertContacts(recorded));

        assertThat(tenant.all().get("SMTP:ada@a.example"))
                .extracting(Contact::name, Contact::memberOf)
                .containsExactly("ada-2", List.of("everybody"));
        assertThat(outcome).asString().contains("ada-2, as others have it, and stays so");
    }

    private Handling<MailboxFact> of(MailboxCommand command) {
        return FakeTenant.of(tenant).handlers().of(command);
    }

    private Outcome<Optional<MailboxFact>> handle(MailboxCommand command) {
        return new Procedure<MailboxFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    private abstract class OnFakeContacts implements CommandContract<MailboxFact> {

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tenant.changed();
        }
    }
}
