package dev.caravan.mailbox.addressing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.pairing.AddressMapping;
import dev.caravan.mailbox.pairing.Grant.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TargetHandlersTests {

    private static final MovingDomains DOMAINS = MovingDomains.of(List.of("a.example"));
    private static final AddressMapping NO_MAPPING = AddressMapping.parse("");
    private static final String USER = "UserMailbox";
    private static final String SHARED = "SharedMailbox";
    private static final String GROUP = "MailUniversalDistributionGroup";

    private final FakeTenants tenants = new FakeTenants();
    private final FakeForwardings forwardings = new FakeForwardings();
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Matching extends OnFakeTenants {

        Matching() {
            tenants.atSource("ada", USER, "SMTP:ada@a.example")
                    .atDestination("ada.x", USER, "", "SMTP:ada.x@c.example");
            forwardings.forwarding("ada.x", "smtp:ada@a.example");
        }

        @Override
        MailboxCommand command() {
            return match("", "ada");
        }
    }

    @Nested
    class Unmarking extends OnFakeTenants {

        Unmarking() {
            tenants.atDestination("ada.x", USER, "caravan:ada", "SMTP:ada.x@c.example");
        }

        @Override
        MailboxCommand command() {
            return new MailboxCommand.RevertTargetMarks(
                    List.of(new Change("mailbox", "ada.x", "mark", List.of(), List.of("caravan:ada"), "…")));
        }
    }

    @Nested
    class Creating extends OnFakeTenants {

        Creating() {
            tenants.atSource("ada", USER, "SMTP:ada@a.example").atSource("list", GROUP, "SMTP:list@a.example");
        }

        @Override
        MailboxCommand command() {
            return create("ada", "list");
        }
    }

    @Nested
    class Removing extends OnFakeTenants {

        private final MailboxCommand remove;

        Removing() {
            tenants.atSource("ada", USER, "SMTP:ada@a.example");
            handle(create("ada"));
            remove = new MailboxCommand.RemoveTargets(planned());
            tenants.changed().clear();
        }

        @Override
        MailboxCommand command() {
            return remove;
        }
    }

    @Nested
    class Filling extends OnFakeTenants {

        Filling() {
            aGroupWithAMember();
        }

        @Override
        MailboxCommand command() {
            return new MailboxCommand.FillGroups(List.of("list"), FakeTenants.SOURCE);
        }
    }

    @Nested
    class Emptying extends OnFakeTenants {

        private final MailboxCommand empty;

        Emptying() {
            aGroupWithAMember();
            handle(new MailboxCommand.FillGroups(List.of("list"), FakeTenants.SOURCE));
            empty = new MailboxCommand.RevertGroupMembers(planned());
            tenants.changed().clear();
        }

        @Override
        MailboxCommand command() {
            return empty;
        }
    }

    @Nested
    class AddingAddresses extends OnFakeTenants {

        AddingAddresses() {
            aPair();
        }

        @Override
        MailboxCommand command() {
            return new MailboxCommand.AddMovedAddresses(List.of(lost("ada")), DOMAINS, FakeTenants.SOURCE);
        }
    }

    @Nested
    class SettingPrimaries extends OnFakeTenants {

        SettingPrimaries() {
            aPair();
        }

        @Override
        MailboxCommand command() {
            return new MailboxCommand.SetMovedPrimaries(List.of(lost("ada")), DOMAINS, FakeTenants.SOURCE);
        }
    }

    @Nested
    class RestoringNames extends OnFakeTenants {

        RestoringNames() {
            tenants.atSource("team", SHARED, "SMTP:team@a.example")
                    .atDestination("team.x", SHARED, "caravan:team", "SMTP:team.x@c.example");
        }

        @Override
        MailboxCommand command() {
            return new MailboxCommand.RestoreDisplayNames(List.of("team"), FakeTenants.SOURCE);
        }
    }

    @Nested
    class NamesBack extends OnFakeTenants {

        NamesBack() {
            tenants.atDestination("team", SHARED, "", "SMTP:team@c.example");
        }

        @Override
        MailboxCommand command() {
            return new MailboxCommand.RevertDisplayNames(
                    List.of(new Change("mailbox", "team", "displayName", List.of("Team (old)"), List.of("team"), "…")));
        }
    }

    @Nested
    class Granting extends OnFakeTenants {

        Granting() {
            aSharedMailboxOfTwo();
        }

        @Override
        MailboxCommand command() {
            return new MailboxCommand.GrantDelegates(List.of("team"), FakeTenants.SOURCE);
        }
    }

    @Nested
    class TakingBack extends OnFakeTenants {

        private final MailboxCommand revert;

        TakingBack() {
            aSharedMailboxOfTwo();
            handle(new MailboxCommand.GrantDelegates(List.of("team"), FakeTenants.SOURCE));
            revert = new MailboxCommand.RevertDelegates(planned());
            tenants.changed().clear();
        }

        @Override
        MailboxCommand command() {
            return revert;
        }
    }

    @Test
    void a_mark_of_others_stays_and_the_others_are_matched() {
        // Given
        tenants.atSource("ada", USER, "SMTP:ada@a.example")
                .atSource("bo", USER, "SMTP:bo@a.example")
                .atSource("cy", USER, "SMTP:cy@a.example")
                .atDestination("ada.x", USER, "cost centre 7", "SMTP:ada.x@c.example")
                .atDestination("bo.x", USER, "", "SMTP:bo.x@c.example");
        forwardings.forwarding("ada.x", "ada@a.example").forwarding("bo.x", "bo@a.example");
        // When
        var outcome = handle(match("", "ada", "bo", "cy"));
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.isTransient()).isFalse();
            assertThat(failed.objects()).hasSize(1).first().satisfies(object -> {
                assertThat(((ObjectFailure) object).id()).isEqualTo("ada");
                assertThat(((ObjectFailure) object).reason()).contains("cost centre 7", "stays");
            });
        });
        assertThat(tenants.target("ada.x").mark()).isEqualTo("cost centre 7");
        assertThat(tenants.target("bo.x").mark()).isEqualTo("caravan:bo");
    }

    @Test
    void who_has_no_target_is_counted() {
        // Given
        tenants.atSource("ada", USER, "SMTP:ada@a.example").atSource("list", GROUP, "SMTP:list@a.example");
        // When
        var outcome = handle(match("", "ada", "list", "gone"));
        // Then
        assertThat(outcome).isEqualTo(Outcome.done(Optional.of(new MailboxFact.TargetsMatched(0, 0, 2, 1))));
    }

    @Test
    void whom_a_person_names_wins_and_whom_nobody_knows_is_told_by_line() {
        // Given
        tenants.atSource("list", GROUP, "SMTP:list@a.example")
                .atDestination("liste", GROUP, "", "SMTP:liste@c.example");
        // When
        var unknown = handle(match("\nlist@a.example,nobody@c.example", "list"));
        var stranger = handle(match("who@a.example,liste@c.example", "list"));
        var known = handle(match("LIST@a.example, liste@c.example", "list"));
        // Then
        assertThat(reason(unknown)).isEqualTo("mapping, line 2: nobody at the destination has nobody@c.example");
        assertThat(reason(stranger)).isEqualTo("mapping, line 1: nobody at the source has who@a.example");
        assertThat(known).isInstanceOf(Outcome.Done.class);
        assertThat(tenants.target("liste").mark()).isEqualTo("caravan:list");
    }

    @Test
    void names_that_are_taken_get_a_number_and_so_does_one_that_two_want() {
        // Given
        tenants.atSource("one", USER, "SMTP:info@a.example")
                .atSource("two", SHARED, "SMTP:info@b.example")
                .atDestination("info", USER, "", "SMTP:info@c.example");
        // When
        handle(create("one", "two"));
        // Then
        assertThat(planned().stream().filter(change -> change.property().equals("name")))
                .extracting(change -> change.after().getFirst())
                .containsExactly("info2@c.example", "info3@c.example");
    }

    @Test
    void a_user_that_was_created_before_a_crash_is_finished_under_its_name() {
        // Given
        tenants.atSource("ada", USER, "SMTP:ada@a.example").unlicensed("ada@c.example", "caravan:ada");
        // When
        handle(create("ada"));
        // Then
        assertThat(planned()).extracting(change -> change.after().getFirst()).contains("ada@c.example");
    }

    @Test
    void without_a_licence_only_that_one_is_not_created() {
        // Given
        tenants.licencesLeft(1)
                .atSource("ada", USER, "SMTP:ada@a.example")
                .atSource("bo", USER, "SMTP:bo@a.example")
                .atSource("out", "MailContact", "SMTP:x@elsewhere.example")
                .atSource("in", "MailContact", "SMTP:y@a.example");
        // When
        var outcome = handle(create("ada", "bo", "out", "in"));
        // Then
        assertThat(reason(outcome)).contains("ENTERPRISEPACK");
        assertThat(tenants.destination()).containsOnlyKeys("new-ada", "new-out");
    }

    @Test
    void what_was_matched_is_not_removed() {
        // Given
        tenants.atDestination("ada.x", USER, "caravan:ada", "SMTP:ada.x@c.example");
        var recorded = new Change("mailboxTarget", "caravan:ada", "type", List.of(), List.of(USER), "…");
        // When
        var outcome = handle(new MailboxCommand.RemoveTargets(List.of(recorded)));
        // Then
        assertThat(tenants.destination()).containsOnlyKeys("ada.x");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.fact().toString()).contains("is not what was created"));
    }

    @Test
    void an_address_that_a_contact_still_has_fails_by_name_and_the_pair_gets_the_others() {
        // Given
        aPair();
        tenants.atSource("bo", USER, "SMTP:bo@t.example")
                .atDestination("bo.x", USER, "caravan:bo", "SMTP:bo.x@c.example")
                .atDestination("bo (ext)", "MailContact", "", "SMTP:bo@a.example");
        // When
        var outcome = handle(
                new MailboxCommand.AddMovedAddresses(List.of(lost("ada"), lost("bo")), DOMAINS, FakeTenants.SOURCE));
        // Then
        assertThat(reason(outcome)).contains("bo@a.example is still that of bo (ext), a mailContact");
        assertThat(tenants.target("ada.x").recipient().addresses().entries())
                .containsExactly("SMTP:ada.x@c.example", "smtp:ada@a.example");
    }

    @Test
    void addresses_come_primaries_are_set_and_both_go_again() {
        // Given
        aPair();
        var adding = new MailboxCommand.AddMovedAddresses(List.of(lost("ada")), DOMAINS, FakeTenants.SOURCE);
        var setting = new MailboxCommand.SetMovedPrimaries(List.of(lost("ada")), DOMAINS, FakeTenants.SOURCE);
        handle(adding);
        handle(setting);
        var primary = tenants.target("ada.x").recipient().addresses().primary();
        // When
        handle(new MailboxCommand.RevertAddresses(plans.get(1).changes()));
        handle(new MailboxCommand.RevertAddresses(plans.get(0).changes()));
        // Then
        assertThat(primary).contains("ada@a.example");
        assertThat(tenants.target("ada.x").recipient().addresses().entries()).containsExactly("SMTP:ada.x@c.example");
    }

    @Test
    void moved_addresses_are_proven_when_all_are_there() {
        // Given
        aPair();
        var prove = new MailboxCommand.ProveMovedAddresses(List.of(lost("ada")), DOMAINS, FakeTenants.SOURCE);
        var setting = new MailboxCommand.SetMovedPrimaries(List.of(lost("ada")), DOMAINS, FakeTenants.SOURCE);
        // When
        var before = handle(prove);
        handle(setting);
        var after = handle(prove);
        // Then
        assertThat(before).isInstanceOf(Outcome.NotYet.class);
        assertThat(after).isEqualTo(Outcome.done(Optional.of(new MailboxFact.MovedAddressesProven(1))));
    }

    @Test
    void targets_are_proven_when_all_have_one_and_the_same_people_may_do_the_same() {
        // Given
        aSharedMailboxOfTwo();
        tenants.atSource("list", GROUP, "SMTP:list@a.example");
        var prove = new MailboxCommand.ProveTargets(List.of("team", "list"), DOMAINS, FakeTenants.SOURCE);
        // When
        var before = handle(prove);
        handle(create("list"));
        handle(new MailboxCommand.GrantDelegates(List.of("team"), FakeTenants.SOURCE));
        var after = handle(prove);
        // Then
        assertThat(before)
                .isInstanceOfSatisfying(
                        Outcome.NotYet.class,
                        notYet -> assertThat(notYet.reason())
                                .contains("2 differences", "list (list) has no target", "may open"));
        assertThat(after).isEqualTo(Outcome.done(Optional.of(new MailboxFact.TargetsProven(2))));
    }

    @Test
    void rights_of_whoever_has_no_target_are_counted_and_unclear_ones_are_told() {
        // Given
        aSharedMailboxOfTwo();
        tenants.grant("team", Right.SEND_AS, "stranger", "SendAs").grant("team", Right.CALENDAR, "", "Editor");
        // When
        var outcome = handle(new MailboxCommand.GrantDelegates(List.of("team"), FakeTenants.SOURCE));
        // Then
        assertThat(reason(outcome)).contains("nobody can tell");
        assertThat(tenants.grants().get("team.x")).hasSize(1);
    }

    private void aPair() {
        tenants.atSource("ada", USER, "SMTP:ada@t.example")
                .atDestination("ada.x", USER, "caravan:ada", "SMTP:ada.x@c.example");
    }

    /// What the source recorded when somebody lost the only address in the moving domain.
    private static Change lost(String guid) {
        return new Change(
                "mailbox",
                guid,
                "addresses",
                List.of("SMTP:" + guid + "@a.example"),
                List.of("SMTP:" + guid + "@t.example"),
                "…");
    }

    private void aGroupWithAMember() {
        aPair();
        tenants.atSource("list", GROUP, "SMTP:list@a.example")
                .atDestination("list.x", GROUP, "caravan:list", "SMTP:list@c.example")
                .member("list", "ada")
                .member("list", "nobody");
    }

    private void aSharedMailboxOfTwo() {
        aPair();
        tenants.atSource("team", SHARED, "SMTP:team@a.example")
                .atDestination("team.x", SHARED, "caravan:team", "SMTP:team@c.example")
                .grant("team", Right.MAILBOX, "ada", "FullAccess");
    }

    private static MailboxCommand match(String mapping, String... recipients) {
        return new MailboxCommand.MatchTargets(
                List.of(recipients),
                FakeTenants.SOURCE,
                mapping.isEmpty() ? NO_MAPPING : AddressMapping.parse(mapping));
    }

    private static MailboxCommand create(String... recipients) {
        return new MailboxCommand.CreateTargets(List.of(recipients), DOMAINS, FakeTenants.SOURCE);
    }

    private List<Change> planned() {
        return plans.stream().flatMap(plan -> plan.changes().stream()).toList();
    }

    private static String reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?> failed ? failed.reason() : outcome.toString();
    }

    private Handling<MailboxFact> of(MailboxCommand command) {
        return new MailboxHandlers(new MailboxHandlers.Tenant(
                        tenants,
                        new FakeObjects(),
                        forwardings,
                        new FakeContacts(),
                        new FakeAccesses(),
                        new FakeAccounts(),
                        new FakeLicences(),
                        new FakeTestMailboxes(),
                        tenants.ports()))
                .of(command);
    }

    private Outcome<Optional<MailboxFact>> handle(MailboxCommand command) {
        return new Procedure<MailboxFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    private abstract class OnFakeTenants implements CommandContract<MailboxFact> {

        abstract MailboxCommand command();

        @Override
        public Handling<MailboxFact> handling() {
            return of(command());
        }

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tenants.changed();
        }
    }
}
