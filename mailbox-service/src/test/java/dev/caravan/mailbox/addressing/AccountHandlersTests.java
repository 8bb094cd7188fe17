package dev.caravan.mailbox.addressing;

import static org.assertj.core.api.Assertions.assertThat;

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

class AccountHandlersTests {

    private static final String ONE = "one@t.onmicrosoft.com";
    private static final String TWO = "two@t.onmicrosoft.com";
    private static final MailboxCommand CREATE = new MailboxCommand.CreateAccounts(List.of("one", "two"), true);
    private static final MailboxCommand GRANT = new MailboxCommand.GrantAccess(List.of("ada", "bo", "gone"), "one");

    private final FakeTenant tenant = FakeTenant.empty();
    private final FakeAccounts accounts = tenant.accounts();
    private final FakeAccesses accesses =
            tenant.accesses().mailbox("ada", "holder@a.example").mailbox("bo", ONE);
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Creating extends OnFakeTenant {
        @Override
        public Handling<MailboxFact> handling() {
            return of(CREATE);
        }

        @Override
        public List<?> effects() {
            return accounts.changed();
        }
    }

    @Nested
    class Removing extends OnFakeTenant {
        private final MailboxCommand remove;

        Removing() {
            handle(CREATE);
            remove = new MailboxCommand.RemoveAccounts(planned());
            accounts.changed().clear();
        }

        @Override
        public Handling<MailboxFact> handling() {
            return of(remove);
        }

        @Override
        public List<?> effects() {
            return accounts.changed();
        }
    }

    @Nested
    class Granting extends OnFakeTenant {
        @Override
        public Handling<MailboxFact> handling() {
            return of(GRANT);
        }

        @Override
        public List<?> effects() {
            return accesses.changed();
        }
    }

    @Nested
    class EndingAccess extends OnFakeTenant {
        private final MailboxCommand revert;

        EndingAccess() {
            handle(GRANT);
            revert = new MailboxCommand.RevertAccess(planned());
            accesses.changed().clear();
        }

        @Override
        public Handling<MailboxFact> handling() {
            return of(revert);
        }

        @Override
        public List<?> effects() {
            return accesses.changed();
        }
    }

    @Test
    void accounts_are_created_with_the_licence_that_has_a_mailbox() {
        assertThat(handle(CREATE)).isEqualTo(Outcome.done(Optional.of(new MailboxFact.AccountsCreated(2, 0))));
        assertThat(accounts.all()).containsOnlyKeys(ONE, TWO);
        assertThat(accounts.licencesOf(ONE)).containsExactly("sku-mail");
    }

    @Test
    void one_that_a_crash_left_without_a_licence_gets_it() {
        accounts.unlicensed(ONE);

        handle(CREATE);

        assertThat(accounts.licencesOf(ONE)).containsExactly("sku-mail");
    }

    @Test
    void one_that_only_opens_mailboxes_needs_none_itself() {
        accounts.free(0);

        handle(new MailboxCommand.CreateAccounts(List.of("one"), false));

        assertThat(accounts.all()).containsOnlyKeys(ONE);
        assertThat(accounts.licencesOf(ONE)).isEmpty();
    }

    @Test
    void an_account_of_somebody_else_is_not_taken_over() {
        accounts.somebodyElse(ONE);

        assertThat(handle(CREATE)).asString().contains("name-taken", ONE);
        assertThat(accounts.changed()).isEmpty();
    }

    @Test
    void accounts_wait_for_licences_if_none_is_left() {
        accounts.free(1);

        assertThat(handle(CREATE)).asString().contains("no-licence");
        assertThat(accounts.changed()).isEmpty();
    }

    @Test
    void only_what_was_created_is_removed_and_not_what_somebody_else_has_under_that_name() {
        handle(CREATE);
        var created = planned();
        accounts.somebodyElse(TWO);

        var outcome = handle(new MailboxCommand.RemoveAccounts(created));

        assertThat(accounts.all()).containsOnlyKeys(TWO);
        assertThat(outcome).asString().contains(TWO + " belongs to somebody else now and stays");
    }

    @Test
    void access_that_was_there_before_stays_when_ours_ends() {
        assertThat(handle(GRANT)).isEqualTo(Outcome.done(Optional.of(new MailboxFact.AccessGranted(1, 1, 1))));
        assertThat(accesses.of("ada")).containsExactly("holder@a.example", ONE);

        handle(new MailboxCommand.RevertAccess(planned()));

        assertThat(accesses.of("ada")).containsExactly("holder@a.example");
        assertThat(accesses.of("bo")).containsExactly(ONE);
    }

    @Test
    void access_that_has_ended_returns_by_the_same_command() {
        handle(GRANT);
        plans.clear();
        handle(new MailboxCommand.RevertAccess(List.copyOf(accesses.changed())));
        var ended = planned();

        handle(new MailboxCommand.RevertAccess(ended));

        assertThat(accesses.of("ada")).containsExactly("holder@a.example", ONE);
    }

    @Test
    void access_is_proven_when_all_may_be_opened_and_do_open() {
        var prove = new MailboxCommand.ProveAccess(List.of("ada", "bo"), "one");

        assertThat(handle(prove)).isInstanceOf(Outcome.NotYet.class);
        handle(GRANT);

        assertThat(handle(prove)).isEqualTo(Outcome.done(Optional.of(new MailboxFact.AccessProven(2))));
        assertThat(accesses.opened()).containsExactly("ada", "bo");
    }

    private List<Change> planned() {
        return plans.stream().flatMap(plan -> plan.changes().stream()).toList();
    }

    private Handling<MailboxFact> of(MailboxCommand command) {
        return tenant.handlers().of(command);
    }

    private Outcome<Optional<MailboxFact>> handle(MailboxCommand command) {
        return new Procedure<MailboxFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    private abstract class OnFakeTenant implements CommandContract<MailboxFact> {

        @Override
        public OpenCall call() {
            return call;
        }
    }
}
