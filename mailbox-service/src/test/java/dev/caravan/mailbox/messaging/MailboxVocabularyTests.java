package dev.caravan.mailbox.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.kit.messaging.Worker;
import dev.caravan.kit.testing.VocabularyContract;
import dev.caravan.mailbox.addressing.FakeTenant;
import dev.caravan.mailbox.addressing.MailboxCommand;
import dev.caravan.mailbox.addressing.MailboxFact;
import dev.caravan.schemas.CommandType;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.common.ConnectionTarget;
import dev.caravan.schemas.mailbox.AddInitialAddresses;
import dev.caravan.schemas.mailbox.AddMovedAddresses;
import dev.caravan.schemas.mailbox.FillTestMailboxes;
import dev.caravan.schemas.mailbox.MatchTargets;
import dev.caravan.schemas.mailbox.ProveTestCopy;
import dev.caravan.schemas.mailbox.RevertAddresses;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MailboxVocabularyTests implements VocabularyContract<MailboxCommand, MailboxFact> {

    private final MailboxVocabulary vocabulary = new MailboxVocabulary();

    @Override
    public Worker<MailboxCommand, MailboxFact> worker() {
        return new Worker<>(
                WorkerService.MAILBOX, vocabulary, FakeTenant.empty().handlers());
    }

    @Override
    public Map<String, ?> with(CommandType command) {
        return switch (command.name()) {
            case "mailbox.GrantAccess", "mailbox.ProveAccess" -> Map.of("account", "caravan-migration");
            case "mailbox.FillTestMailboxes", "mailbox.ProveTestMail" -> Map.of("accounts", "caravan-test");
            case "mailbox.ProveTestCopy" -> Map.of("accounts", "caravan-test", "items", "mail");
            case "mailbox.CreateAccounts" -> Map.of("accounts", "caravan-one, caravan-two");
            default -> Map.of();
        };
    }

    @Override
    public List<MailboxFact> facts() {
        return List.of(
                new MailboxFact.AddressesChanged(1, 0, 0),
                new MailboxFact.InitialAddressesProven(1),
                new MailboxFact.SignInNamesMoved(1, 0, 0),
                new MailboxFact.ForwardingRemoved(1, 0, 0),
                new MailboxFact.ForwardingReverted(1, 0, List.of()),
                new MailboxFact.LicencesLent(1, 0),
                new MailboxFact.LicencesReturned(1, 0, List.of()),
                new MailboxFact.AccessGranted(1, 0, 0),
                new MailboxFact.AccessProven(1),
                new MailboxFact.AccessReverted(1, 0, List.of()),
                new MailboxFact.TestMailboxesFilled(1, 1),
                new MailboxFact.TestMailProven(1),
                new MailboxFact.TestCopyProven(1),
                new MailboxFact.AccountsCreated(1, 0),
                new MailboxFact.AccountsRemoved(1, 0, List.of()),
                new MailboxFact.ContactsRemoved(1, 0, 0),
                new MailboxFact.ContactsReverted(1, 0, List.of()),
                new MailboxFact.IdentifierUrisReplaced(1, 0, 0),
                new MailboxFact.DeletedObjectsPurged(1, 0, 0),
                new MailboxFact.IdentifierUrisReverted(1, 0, List.of()),
                new MailboxFact.TargetsMatched(1, 0, 0, 0),
                new MailboxFact.TargetsCreated(1, 0, 0, 0),
                new MailboxFact.GroupsFilled(1, 0, 0),
                new MailboxFact.AddressesMoved(1),
                new MailboxFact.MovedAddressesProven(1),
                new MailboxFact.DisplayNamesRestored(1, 0, 0),
                new MailboxFact.DelegatesGranted(1, 0, 0),
                new MailboxFact.TargetsProven(1),
                new MailboxFact.TargetsReverted(1, 0, List.of()),
                new MailboxFact.ArrivalsNoted(1, 0, 0),
                new MailboxFact.ArrivalsCounted(1, 0, List.of()),
                new MailboxFact.SignInNamesReverted(1, 0, List.of()),
                new MailboxFact.AddressesReverted(1, 0, List.of()));
    }

    @Test
    void an_empty_identity_would_mean_all_mailboxes_and_is_refused() {
        // Given
        var add = new AddInitialAddresses(VocabularyContract.context(), List.of("guid", " "));

        // Then
        assertThatThrownBy(() -> vocabulary.toCommand(add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mailboxes: none of them may be empty");
    }

    @Test
    void a_mapping_that_is_none_is_refused_by_its_line() {
        // Given
        var match = new MatchTargets(
                VocabularyContract.context(),
                List.of("guid"),
                new ConnectionTarget("source", "account"),
                "ada@a.example,ada@c.example\n\nbo@a.example");

        // Then
        assertThatThrownBy(() -> vocabulary.toCommand(match))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mapping, line 3: must be source,destination");
    }

    @Test
    void a_test_that_would_fill_nothing_or_compare_something_else_is_refused() {
        // Given
        var fill = new FillTestMailboxes(VocabularyContract.context(), "caravan-test", 0);
        var prove = new ProveTestCopy(
                VocabularyContract.context(), "caravan-test", "calendar", new ConnectionTarget("source", "account"));

        // Then
        assertThatThrownBy(() -> vocabulary.toCommand(fill)).hasMessage("letters: is 1 to 100, not 0");
        assertThatThrownBy(() -> vocabulary.toCommand(prove)).hasMessage("items: is mail or all, not \"calendar\"");
    }

    @Test
    void of_a_step_that_moves_names_only_the_addresses_are_taken() {
        // Given
        var name = new Change("user", "id", "userPrincipalName", List.of("a@a.example"), List.of("a@t.example"), "…");
        var addresses = new Change("user", "id", "addresses", List.of("SMTP:a@a.example"), List.of(), "…");
        var add = new AddMovedAddresses(
                VocabularyContract.context(),
                List.of(name, addresses),
                List.of("a.example"),
                new ConnectionTarget("source", "account"));

        // When
        var command = vocabulary.toCommand(add);

        // Then
        assertThat(command)
                .containsInstanceOf(MailboxCommand.AddMovedAddresses.class)
                .get()
                .extracting(it -> ((MailboxCommand.AddMovedAddresses) it).changes())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void changes_of_anything_but_addresses_are_refused_by_name() {
        // Given
        var ttl = new Change("rrset", "a. MX", "ttl", List.of("1"), List.of("2"), "…");
        var revert = new RevertAddresses(VocabularyContract.context(), List.of(ttl));

        // Then
        assertThatThrownBy(() -> vocabulary.toCommand(revert))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one is of ttl of a rrset: a. MX");
    }
}
