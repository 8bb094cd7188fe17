package dev.caravan.license.migrating;

import static dev.caravan.license.migrating.LicenseHandlersTests.DESTINATION;
import static dev.caravan.license.migrating.LicenseHandlersTests.LABEL;
import static dev.caravan.license.migrating.LicenseHandlersTests.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.credentials.Secret;
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

class ProjectHandlersTests {

    private static final String TENANT = "5d1f7c56-0000-4000-8000-000000000001";
    private static final String APPLICATION = "5d1f7c56-0000-4000-8000-000000000002";
    private static final LicenseCommand PREPARE = new LicenseCommand.PrepareProject(SOURCE, DESTINATION, LABEL);

    private final FakeTool tool = new FakeTool();
    private final OpenCall call = call();
    private final List<Plan> plans = new ArrayList<>();
    private String secret = "s3cret";

    @Nested
    class Preparing extends OnFakes {

        @Override
        public Handling<LicenseFact> handling() {
            return of(PREPARE);
        }
    }

    @Nested
    class Removing extends OnFakes {

        private final List<Change> recorded;

        Removing() {
            handle(PREPARE);
            recorded = plans.getFirst().changes();
            tool.effects().clear();
        }

        @Override
        public Handling<LicenseFact> handling() {
            return of(new LicenseCommand.RemoveProject(recorded, LABEL));
        }
    }

    @Test
    void all_of_it_is_called_after_the_first_domain() {
        // When
        var outcome = handle(PREPARE);
        // Then
        assertThat(outcome).isEqualTo(done(new LicenseFact.ProjectPrepared("Caravan a.example", 4, 0)));
        assertThat(tool.effects())
                .containsExactly(
                        "customer a.example",
                        "endpoint Caravan a.example source as " + APPLICATION,
                        "endpoint Caravan a.example destination as " + APPLICATION,
                        "project Caravan a.example");
        assertThat(tool.made().getFirst().advancedOptions())
                .isEqualTo("UseEwsExportImpersonation=1 UseEwsImportImpersonation=1 "
                        + "RecipientMapping=\"@source.example->@a.example\"");
    }

    @Test
    void what_is_there_is_taken_as_it_is() {
        // Given
        tool.project();
        // When
        handle(PREPARE);
        // Then
        assertThat(tool.effects()).hasSize(2).allMatch(effect -> effect.startsWith("endpoint "));
        assertThat(plans.getFirst().changes())
                .extracting(Change::kind)
                .containsExactly("bittitanEndpoint", "bittitanEndpoint");
    }

    @Test
    void no_plan_and_no_event_holds_a_secret() {
        // When
        var outcome = handle(PREPARE);
        // Then
        assertThat(plans + " " + outcome).doesNotContain(secret);
    }

    @Test
    void a_certificate_is_of_no_use_to_bittitan() {
        // Given
        secret = "-----BEGIN CERTIFICATE-----";
        // Then
        assertThat(handle(PREPARE))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("no-client-secret"));
        assertThat(tool.effects()).isEmpty();
    }

    @Test
    void a_customer_with_another_project_stays() {
        // Given
        handle(PREPARE);
        tool.effects().clear();
        tool.otherProject("Theirs");
        // When
        var outcome = handle(new LicenseCommand.RemoveProject(plans.getFirst().changes(), LABEL));
        // Then
        assertThat(tool.effects())
                .containsExactly(
                        "no project Caravan a.example",
                        "no endpoint Caravan a.example source",
                        "no endpoint Caravan a.example destination");
        assertThat(outcome).asString().contains("has the project \"Theirs\", too, and stays");
    }

    private Handling<LicenseFact> of(LicenseCommand command) {
        return new LicenseHandlers(tool, new FakeTenants(), new FakeUsers(), _ -> Outcome.done(new Secret(secret)))
                .of(command);
    }

    private Outcome<Optional<LicenseFact>> handle(LicenseCommand command) {
        return new Procedure<LicenseFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    private static Outcome<Optional<LicenseFact>> done(LicenseFact fact) {
        return Outcome.done(Optional.of(fact));
    }

    private static OpenCall call() {
        var open = OpenCall.to(Connection.Kind.BITTITAN, Set.of(), Map.of());
        var connection = open.connection();
        return new OpenCall(
                open.header(),
                new Connection(
                        connection.connectionId(),
                        connection.kind(),
                        "Fabrikam",
                        connection.customerId(),
                        connection.account(),
                        Optional.of(TENANT),
                        Optional.of(APPLICATION),
                        connection.credentialRef(),
                        connection.allowedHosts(),
                        connection.settings(),
                        false));
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
