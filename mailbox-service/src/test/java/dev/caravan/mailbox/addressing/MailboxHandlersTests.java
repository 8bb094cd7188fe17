package dev.caravan.mailbox.addressing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.mailbox.address.AddressList;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.address.RecipientKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailboxHandlersTests {

    private final FakeDirectory tenant = new FakeDirectory();
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();
    private static final MovingDomains DOMAINS = MovingDomains.of(List.of("a.example"));

    @Nested
    class Adding implements CommandContract<MailboxFact> {

        Adding() {
            tenant.mailbox("ada", "SMTP:ada@a.example").mailbox("bo", "SMTP:bo@a.example", "smtp:bo@t.onmicrosoft.com");
        }

        @Override
        public Handling<MailboxFact> handling() {
            return handlers().of(new MailboxCommand.AddInitialAddresses(tenant.guids()));
        }

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tenant.changed();
        }
    }

    @Nested
    class Reverting implements CommandContract<MailboxFact> {

        private final MailboxCommand revert;

        Reverting() {
            tenant.mailbox("ada", "SMTP:ada@a.example");
            handle(new MailboxCommand.AddInitialAddresses(tenant.guids()));
            revert = new MailboxCommand.RevertAddresses(List.copyOf(tenant.changed()));
            tenant.changed().clear();
        }

        @Override
        public Handling<MailboxFact> handling() {
            return handlers().of(revert);
        }

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tenant.changed();
        }
    }

    @Nested
    class Renaming implements CommandContract<MailboxFact> {

        Renaming() {
            tenant.mailbox("ada", "SMTP:ada@a.example").user("ada.b@a.example");
            tenant.mailbox("bo", "SMTP:bo@stays.example", "smtp:bo@a.example").user("bo@a.example");
        }

        @Override
        public Handling<MailboxFact> handling() {
            return handlers().of(new MailboxCommand.MoveSignInNames(tenant.userIds(), DOMAINS));
        }

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tenant.changed();
        }
    }

    @Nested
    class Removing implements CommandContract<MailboxFact> {

        Removing() {
            tenant.mailbox("ada", "SMTP:ada@a.example", "smtp:ada@t.onmicrosoft.com")
                    .recipient(RecipientKind.DISTRIBUTION_GROUP, "list", "SMTP:list@a.example");
        }

        @Override
        public Handling<MailboxFact> handling() {
            return handlers().of(new MailboxCommand.RemoveAddresses(tenant.guids(), DOMAINS));
        }

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tenant.changed();
        }
    }

    @Nested
    class NamesBack implements CommandContract<MailboxFact> {

        private final MailboxCommand revert;

        NamesBack() {
            tenant.mailbox("ada", "SMTP:ada@a.example").user("ada.b@a.example");
            handle(new MailboxCommand.MoveSignInNames(tenant.userIds(), DOMAINS));
            revert = new MailboxCommand.RevertSignInNames(
                    plans.stream().flatMap(plan -> plan.changes().stream()).toList());
            tenant.changed().clear();
        }

        @Override
        public Handling<MailboxFact> handling() {
            return handlers().of(revert);
        }

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tenant.changed();
        }
    }

    @Test
    void names_and_primary_addresses_go_and_come_back_whatever_exchange_makes_of_a_name() {
        // Given
        tenant.mailbox("ada", "SMTP:ada@a.example", "smtp:ada.b@a.example").user("ada.b@a.example");
        tenant.mailbox("bo", "SMTP:bo@stays.example").user("bo@a.example");
        var before = tenant.addresses();
        // When
        handle(new MailboxCommand.MoveSignInNames(tenant.userIds(), DOMAINS));
        // Then
        assertThat(tenant.signInNames()).containsExactly("ada.b@t.onmicrosoft.com", "bo@t.onmicrosoft.com");
        assertThat(tenant.addresses().stream().map(AddressList::primary).map(Optional::orElseThrow))
                .containsExactly("ada.b@t.onmicrosoft.com", "bo@stays.example");

        // When
        handle(new MailboxCommand.RevertSignInNames(
                plans.stream().flatMap(plan -> plan.changes().stream()).toList()));
        // Then
        assertThat(tenant.signInNames()).containsExactly("ada.b@a.example", "bo@a.example");
        assertThat(tenant.addresses())
                .usingElementComparator((one, other) -> one.isSameAs(other) ? 0 : 1)
                .containsExactlyElementsOf(before);
    }

    @Test
    void a_name_that_nobody_hears_of_has_its_addresses_nevertheless() {
        // Given
        tenant.mailbox("bo", "SMTP:bo@stays.example").user("bo@a.example").losingAnswer();
        var move = new MailboxCommand.MoveSignInNames(tenant.userIds(), DOMAINS);

        // When
        var lost = handle(move);
        var again = handle(move);

        // Then
        assertThat(lost).isInstanceOf(Outcome.Failed.class);
        assertThat(again).isInstanceOf(Outcome.Done.class);
        assertThat(tenant.signInNames()).containsExactly("bo@t.onmicrosoft.com");
        assertThat(plans.getFirst().changes())
                .filteredOn(change -> change.property().equals("addresses"))
                .singleElement()
                .satisfies(change -> assertThat(tenant.changed())
                        .as("what was planned was done before the name went")
                        .first()
                        .isEqualTo(change));
    }

    @Test
    void two_users_of_one_name_in_two_domains_get_two_names_and_who_has_the_address_keeps_it() {
        // Given
        tenant.mailbox("info", "SMTP:info@a.example").user("info@a.example");
        tenant.mailbox("info2", "SMTP:info@b.example", "smtp:info@t.onmicrosoft.com")
                .user("info@b.example");
        // When
        handle(new MailboxCommand.MoveSignInNames(
                tenant.userIds(), MovingDomains.of(List.of("a.example", "b.example"))));
        // Then
        assertThat(tenant.signInNames()).containsExactly("info2@t.onmicrosoft.com", "info@t.onmicrosoft.com");
    }

    @Test
    void a_name_that_is_taken_gets_a_number_and_so_does_one_that_two_want() {
        // Given
        tenant.mailbox("info", "SMTP:info@a.example")
                .mailbox("info", "SMTP:info@b.example")
                .mailbox("sales", "SMTP:sales@a.example")
                .taken("sales@t.onmicrosoft.com")
                .taken("sales2@t.onmicrosoft.com");
        // When
        handle(new MailboxCommand.AddInitialAddresses(tenant.guids()));
        // Then
        assertThat(tenant.addresses().stream().map(AddressList::smtp).map(List::getLast))
                .containsExactly("info@t.onmicrosoft.com", "info2@t.onmicrosoft.com", "sales3@t.onmicrosoft.com");
    }

    @Test
    void a_mailbox_that_is_not_there_any_more_is_told_and_hinders_nobody() {
        // Given
        tenant.mailbox("ada", "SMTP:ada@a.example");
        // When
        var outcome = handle(
                new MailboxCommand.AddInitialAddresses(List.of(tenant.guids().getFirst(), "gone")));
        // Then
        assertThat(outcome).isEqualTo(Outcome.done(Optional.of(new MailboxFact.AddressesChanged(1, 0, 1))));
    }

    @Test
    void more_than_a_few_mailboxes_are_changed_only_when_people_approved_it() {
        // Given
        IntStream.range(0, 20).forEach(number -> tenant.mailbox("m" + number, "SMTP:m" + number + "@a.example"));
        var add = new MailboxCommand.AddInitialAddresses(tenant.guids());
        // When
        var unapproved = handle(add);
        var preview = new Procedure<MailboxFact>(call.dry(), plans::add, _ -> {})
                .follow(handlers().of(add));
        // Then
        assertThat(unapproved).isInstanceOf(Outcome.Refused.class);
        assertThat(preview).isInstanceOf(Outcome.Done.class);
        assertThat(plans.getLast().changes()).hasSize(20);
        assertThat(tenant.changed()).isEmpty();
    }

    @Test
    void it_is_proven_when_no_mailbox_is_without() {
        // Given
        tenant.mailbox("ada", "SMTP:ada@a.example");
        var prove = new MailboxCommand.ProveInitialAddresses(tenant.guids());
        // When
        var before = handle(prove);
        handle(new MailboxCommand.AddInitialAddresses(tenant.guids()));
        var after = handle(prove);
        // Then
        assertThat(before).isInstanceOf(Outcome.NotYet.class);
        assertThat(after).isEqualTo(Outcome.done(Optional.of(new MailboxFact.InitialAddressesProven(1))));
    }

    private MailboxHandlers handlers() {
        return FakeTenant.of(tenant).handlers();
    }

    private Outcome<Optional<MailboxFact>> handle(MailboxCommand command) {
        return new Procedure<MailboxFact>(call, plans::add, _ -> {})
                .follow(handlers().of(command));
    }
}
