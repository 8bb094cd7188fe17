package dev.caravan.mailbox.addressing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.mailbox.trial.TestItem.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TestMailboxHandlersTests {

    private static final List<String> ACCOUNTS = List.of("one", "two");
    private static final MailboxCommand FILL = new MailboxCommand.FillTestMailboxes(ACCOUNTS, 1);
    private static final MailboxCommand PROVE_MAIL = new MailboxCommand.ProveTestMail(ACCOUNTS);

    private final FakeTenant tenant = FakeTenant.empty();
    private final FakeTestMailboxes mailboxes = tenant.tests();
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());

    @Nested
    class Filling implements CommandContract<MailboxFact> {

        @Override
        public Handling<MailboxFact> handling() {
            return tenant.handlers().of(FILL);
        }

        @Override
        public List<?> effects() {
            return mailboxes.added();
        }

        @Override
        public OpenCall call() {
            return call;
        }
    }

    @Test
    void mailboxes_are_filled_with_what_they_lack() {
        assertThat(handle(FILL)).isEqualTo(done(new MailboxFact.TestMailboxesFilled(2, 12)));
        assertThat(handle(new MailboxCommand.FillTestMailboxes(ACCOUNTS, 2)))
                .isEqualTo(done(new MailboxFact.TestMailboxesFilled(2, 2)));
    }

    @Test
    void mail_is_proven_when_every_letter_has_arrived() {
        handle(FILL);

        assertThat(handle(PROVE_MAIL)).asString().contains("NotYet", "letter 1 from one", "has not arrived");
        mailboxes.deliver();

        assertThat(handle(PROVE_MAIL)).isEqualTo(done(new MailboxFact.TestMailProven(2)));
    }

    @Test
    void a_copy_is_proven_when_nothing_is_missing_of_what_was_asked_for() {
        handle(FILL);
        mailboxes.originals();
        mailboxes.lose(Kind.TASK);

        assertThat(handle(copy(Kind.all()))).asString().contains("NotYet", "one@t.onmicrosoft.com lacks the task");
        assertThat(handle(copy(Kind.letters()))).isEqualTo(done(new MailboxFact.TestCopyProven(4)));
    }

    @Test
    void a_copy_of_nothing_proves_nothing() {
        assertThat(handle(copy(Kind.all()))).asString().contains("nothing-to-compare");
    }

    private static MailboxCommand copy(Set<Kind> kinds) {
        return new MailboxCommand.ProveTestCopy(ACCOUNTS, FakeTenants.SOURCE, kinds);
    }

    private static Outcome<Optional<MailboxFact>> done(MailboxFact fact) {
        return Outcome.done(Optional.of(fact));
    }

    private Outcome<Optional<MailboxFact>> handle(MailboxCommand command) {
        return new Procedure<MailboxFact>(call, _ -> {}, _ -> {})
                .follow(tenant.handlers().of(command));
    }
}
