package dev.caravan.license.migrating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.license.item.Licence;
import dev.caravan.license.pass.Forecast;
import dev.caravan.license.pass.PassStatus;
import dev.caravan.license.pass.Rate;
import dev.caravan.license.project.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LicenseHandlersTests {

    static final Target SOURCE = new Target(new ConnectionId("s"), new AccountId("source"));
    static final Target DESTINATION = new Target(new ConnectionId("d"), new AccountId("destination"));
    static final Label LABEL = Label.of(List.of("A.example", "b.example"));
    private static final Selection BOTH = new Selection.Mailboxes(List.of("ada", "bo"));
    private static final Selection TEST = new Selection.Accounts(List.of("test1"));

    private final FakeTool tool = new FakeTool();
    private final FakeTenants tenants = new FakeTenants()
            .source("ada", "SMTP:ada@a.example", "smtp:ada@source.example")
            .source("bo", "SMTP:bo@source.example")
            .source("test1", "SMTP:test1@source.example")
            .destination("test1", "SMTP:test1@destination.example")
            .pair("ada", "SMTP:ada@a.example", "smtp:ada@destination.example")
            .pair("bo", "SMTP:bo@c.example");
    private final OpenCall call = OpenCall.to(Connection.Kind.BITTITAN, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class AddingItemsOf extends OnFakes {

        AddingItemsOf() {
            tool.project();
        }

        @Override
        public Handling<LicenseFact> handling() {
            return of(new LicenseCommand.AddItems(BOTH, SOURCE, DESTINATION, LABEL));
        }
    }

    @Nested
    class RemovingItemsOf extends OnFakes {

        private final List<Change> recorded;

        RemovingItemsOf() {
            tool.project();
            recorded = planned(new LicenseCommand.AddItems(BOTH, SOURCE, DESTINATION, LABEL));
            tool.effects().clear();
        }

        @Override
        public Handling<LicenseFact> handling() {
            return of(new LicenseCommand.RemoveItems(recorded, LABEL));
        }
    }

    @Nested
    class AssigningLicencesTo extends OnFakes {

        AssigningLicencesTo() {
            tool.project("ada@source.example", "bo@source.example");
        }

        @Override
        public Handling<LicenseFact> handling() {
            return of(new LicenseCommand.AssignLicences(BOTH, SOURCE, LABEL));
        }
    }

    @Test
    void a_forecast_goes_by_what_the_test_accounts_have_taken() {
        // Given
        tool.project("test1@source.example").took(Duration.ofHours(10));
        tenants.size("ada", 50_000_000_000L).size("bo", 5_000_000_000L);
        var both = new Selection.Mailboxes(List.of("ada", "bo", "gone"));
        var tested = new Selection.Accounts(List.of("test1"));
        // When
        var outcome = handle(new LicenseCommand.ForecastPasses(both, tested, Rate.assumed(0.75), 100, SOURCE, LABEL));
        // Then
        assertThat(outcome)
                .isEqualTo(done(new LicenseFact.PassesForecast(
                        new Forecast(
                                2,
                                55_000_000_000L,
                                50_000_000_000L,
                                "ada (46.6 GB), bo (4.7 GB)",
                                100,
                                2,
                                new Rate(500_000_000, true)),
                        1)));
    }

    @Test
    void a_forecast_without_a_test_goes_by_what_is_assumed() {
        // Given
        tenants.size("ada", 120L << 30);
        var ada = new Selection.Mailboxes(List.of("ada"));
        var nobody = new Selection.Accounts(List.of());
        // When
        var outcome = handle(new LicenseCommand.ForecastPasses(ada, nobody, Rate.assumed(0.75), 100, SOURCE, LABEL));
        // Then
        assertThat(outcome)
                .isEqualTo(done(new LicenseFact.PassesForecast(
                        new Forecast(1, 120L << 30, 120L << 30, "ada (120.0 GB)", 160, 2, Rate.assumed(0.75)), 0)));
    }

    @Test
    void mailboxes_are_copied_between_addresses_that_stay() {
        // Given
        tool.project();
        // When
        var outcome = handle(new LicenseCommand.AddItems(BOTH, SOURCE, DESTINATION, LABEL));
        // Then
        assertThat(outcome).isEqualTo(done(new LicenseFact.ItemsAdded(2, 0, 0)));
        assertThat(tool.effects())
                .containsExactly(
                        "item ada@source.example to ada@destination.example", "item bo@source.example to bo@c.example");
    }

    @Test
    void a_mailbox_without_a_pair_is_named_and_all_others_are_added() {
        // Given
        tool.project();
        tenants.source("cy", "SMTP:cy@source.example")
                .source("di", "SMTP:di@a.example")
                .pair("di", "SMTP:di@c.example");
        var selection = new Selection.Mailboxes(List.of("ada", "cy", "di"));
        // When
        var outcome = handle(new LicenseCommand.AddItems(selection, SOURCE, DESTINATION, LABEL));
        // Then
        assertThat(failures(outcome))
                .containsExactly(
                        new ObjectFailure(
                                "mailbox",
                                "cy",
                                "cy has no mailbox at the destination whose CustomAttribute15 is caravan:cy"),
                        new ObjectFailure("mailbox", "di", "di has no address in source.example"));
        assertThat(tool.effects()).hasSize(1);
    }

    @Test
    void test_accounts_are_called_the_same_at_both_sides() {
        // Given
        tool.project();
        var selection = new Selection.Accounts(List.of("test1", "test2"));
        // When
        var outcome = handle(new LicenseCommand.AddItems(selection, SOURCE, DESTINATION, LABEL));
        // Then
        assertThat(tool.effects()).containsExactly("item test1@source.example to test1@destination.example");
        assertThat(failures(outcome))
                .extracting(ObjectFailure::reason)
                .containsExactly("there is no mailbox test2@source.example");
    }

    @Test
    void a_mailbox_that_has_an_item_gets_no_other_when_its_addresses_change_places() {
        // Given
        tool.project();
        handle(new LicenseCommand.AddItems(BOTH, SOURCE, DESTINATION, LABEL));
        tool.effects().clear();
        tenants.source("ada", "SMTP:new@source.example", "smtp:ada@source.example")
                .pair("ada", "SMTP:new@destination.example", "smtp:ada@destination.example");
        // When
        var outcome = handle(new LicenseCommand.AddItems(BOTH, SOURCE, DESTINATION, LABEL));
        // Then
        assertThat(outcome).isEqualTo(done(new LicenseFact.ItemsAdded(0, 2, 0)));
        assertThat(tool.effects()).isEmpty();
    }

    @Test
    void an_item_that_leads_elsewhere_is_told_and_stays() {
        // Given
        tool.project("bo@source.example");
        // When
        var outcome = handle(new LicenseCommand.AddItems(BOTH, SOURCE, DESTINATION, LABEL));
        // Then
        assertThat(failures(outcome))
                .extracting(ObjectFailure::reason)
                .containsExactly(
                        "there is an item from bo@source.example to to-bo@source.example, not to bo@c.example");
    }

    @Test
    void without_a_project_nothing_is_added() {
        assertThat(handle(new LicenseCommand.AddItems(BOTH, SOURCE, DESTINATION, LABEL)))
                .isEqualTo(Outcome.failedForGood("no-project", "there is no project \"Caravan a.example\""));
    }

    @Test
    void an_item_that_others_have_pointed_elsewhere_stays() {
        // Given
        tool.project();
        var recorded = planned(new LicenseCommand.AddItems(TEST, SOURCE, DESTINATION, LABEL));
        var item = tool.items("test1@source.example").getFirst();
        tool.remove(item, call);
        tool.project("test1@source.example");
        // When
        var outcome = handle(new LicenseCommand.RemoveItems(recorded, LABEL));
        // Then
        assertThat(tool.items("test1@source.example")).hasSize(1);
        assertThat(outcome).asString().contains("as others have it, and stays");
    }

    @Test
    void licences_are_needed_for_those_who_have_none() {
        // Given
        tool.project("ada@source.example", "bo@source.example").licence("ada@source.example", Licence.ASKED_FOR);
        // When
        var outcome = handle(new LicenseCommand.AssignLicences(BOTH, SOURCE, LABEL));
        // Then
        assertThat(outcome).isEqualTo(done(new LicenseFact.LicencesAssigned(1, 1, 0)));
        assertThat(tool.effects()).containsExactly("licence for bo@source.example");
    }

    @Test
    void whoever_gets_no_licence_is_named() {
        // Given
        tool.project("ada@source.example", "bo@source.example").licences(1);
        // When
        var outcome = handle(new LicenseCommand.AssignLicences(BOTH, SOURCE, LABEL));
        // Then
        assertThat(failures(outcome))
                .containsExactly(new ObjectFailure("bittitanLicence", "bo@source.example", "no licence is left"));
    }

    @Test
    void licences_are_proven_when_all_are_active() {
        // Given
        tool.project("ada@source.example", "bo@source.example")
                .licence("ada@source.example", Licence.ACTIVE)
                .licence("bo@source.example", Licence.ASKED_FOR);
        var prove = new LicenseCommand.ProveLicences(BOTH, SOURCE, LABEL);
        // Then
        assertThat(handle(prove)).asString().contains("1 of 2 have no active licence, the first: bo@source.example");
        // When
        tool.licence("bo@source.example", Licence.ACTIVE);
        // Then
        assertThat(handle(prove)).isEqualTo(done(new LicenseFact.LicencesProven(2)));
    }

    @Test
    void too_small_a_budget_is_waited_for_with_both_numbers() {
        // Given
        var prove = new LicenseCommand.ProveLicenceBudget(4);
        // Then
        assertThat(handle(prove))
                .isInstanceOfSatisfying(
                        Outcome.NotYet.class,
                        notYet -> assertThat(notYet.reason())
                                .isEqualTo("4 licences (User Migration Bundle) are needed and 3 are left"));
        // When
        tool.licences(5);
        // Then
        assertThat(handle(prove)).isEqualTo(done(new LicenseFact.LicenceBudgetProven(4, 5)));
    }

    @Test
    void statistics_are_those_of_the_mailboxes() {
        // Given
        tool.project("ada@source.example", "bo@source.example")
                .pass("ada@source.example", "Full", PassStatus.COMPLETED, OpenCall.NOW)
                .pass("bo@source.example", "Full", PassStatus.FAILED, OpenCall.NOW)
                .failing("ada@source.example", 2);
        // Then
        assertThat(handle(new LicenseCommand.ReadStatistics(BOTH, SOURCE, LABEL)))
                .isEqualTo(done(new LicenseFact.StatisticsRead(2, 10_000_000_000L, 2, 1)));
    }

    private List<Change> planned(LicenseCommand command) {
        handle(command);
        return plans.getLast().changes();
    }

    private Handling<LicenseFact> of(LicenseCommand command) {
        return new LicenseHandlers(tool, tenants, new FakeUsers(), _ -> Outcome.failedForGood("no-credential", "none"))
                .of(command);
    }

    private Outcome<Optional<LicenseFact>> handle(LicenseCommand command) {
        return new Procedure<LicenseFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    private static Outcome<Optional<LicenseFact>> done(LicenseFact fact) {
        return Outcome.done(Optional.of(fact));
    }

    private static List<ObjectFailure> failures(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).objects();
    }

    private abstract class OnFakes implements CommandContract<LicenseFact> {

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return tool.effects();
        }
    }
}
