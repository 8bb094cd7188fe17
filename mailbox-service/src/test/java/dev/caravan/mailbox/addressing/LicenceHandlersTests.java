package dev.caravan.mailbox.addressing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.mailbox.address.MovingDomains;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LicenceHandlersTests {

    private static final MailboxCommand LEND = new MailboxCommand.LendLicences(
            List.of("left", "works", "elsewhere"), MovingDomains.of(List.of("a.example")));

    private final FakeTenant tenant = FakeTenant.empty();
    private final FakeLicences licences = tenant.licences()
            .user("left", "", false, "SMTP:left@a.example")
            .user("works", "DE", true, "SMTP:works@a.example")
            .user("elsewhere", "DE", false, "SMTP:elsewhere@stays.example");
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Lending extends OnFakeLicences {
        @Override
        public Handling<MailboxFact> handling() {
            return of(LEND);
        }
    }

    @Nested
    class Returning extends OnFakeLicences {
        private final MailboxCommand giveBack;

        Returning() {
            handle(LEND);
            giveBack = new MailboxCommand.ReturnLicences(planned());
            licences.changed().clear();
        }

        @Override
        public Handling<MailboxFact> handling() {
            return of(giveBack);
        }
    }

    @Test
    void only_whom_exchange_does_not_know_and_who_holds_the_domain_gets_one_and_a_place_before_it() {
        assertThat(handle(LEND)).isEqualTo(Outcome.done(Optional.of(new MailboxFact.LicencesLent(1, 2))));
        assertThat(licences.changed())
                .extracting(Change::id, Change::property)
                .containsExactly(tuple("left", "usageLocation"), tuple("left", "lentLicence"));
    }

    @Test
    void exchange_is_waited_for_and_nothing_is_lent_twice() {
        licences.slow();

        assertThat(handle(LEND)).isInstanceOf(Outcome.NotYet.class);
        assertThat(handle(LEND)).isInstanceOf(Outcome.NotYet.class);
        assertThat(licences.changed()).hasSize(2);

        licences.catchUp();
        assertThat(handle(LEND)).isEqualTo(Outcome.done(Optional.of(new MailboxFact.LicencesLent(0, 3))));
    }

    @Test
    void what_was_returned_is_lent_again_and_the_end_is_as_the_beginning() {
        var before = new LinkedHashMap<>(licences.all());
        handle(LEND);
        var lent = planned();
        plans.clear();
        handle(new MailboxCommand.ReturnLicences(lent));
        assertThat(licences.all()).isEqualTo(before);
        var returned = planned();

        handle(new MailboxCommand.ReturnLicences(returned));
        assertThat(licences.all().values())
                .filteredOn(user -> user.id().equals("left"))
                .allMatch(user -> user.hasRecipient());

        handle(new MailboxCommand.ReturnLicences(lent));
        assertThat(licences.all()).isEqualTo(before);
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

    private abstract class OnFakeLicences implements CommandContract<MailboxFact> {

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return licences.changed();
        }
    }
}
