package dev.caravan.license.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.kit.testing.VocabularyContract;
import dev.caravan.license.migrating.FakeTenants;
import dev.caravan.license.migrating.FakeTool;
import dev.caravan.license.migrating.FakeUsers;
import dev.caravan.license.migrating.LicenseCommand;
import dev.caravan.license.migrating.LicenseFact;
import dev.caravan.license.migrating.LicenseHandlers;
import dev.caravan.license.migrating.Selection;
import dev.caravan.license.pass.Forecast;
import dev.caravan.license.pass.Rate;
import dev.caravan.schemas.CommandType;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.common.ConnectionTarget;
import dev.caravan.schemas.license.AddTestItems;
import dev.caravan.schemas.license.ForecastPasses;
import dev.caravan.schemas.license.RemoveItems;
import dev.caravan.schemas.license.SubmitPass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class LicenseVocabularyTests implements VocabularyContract<LicenseCommand, LicenseFact> {

    private static final ConnectionTarget TARGET = new ConnectionTarget("connection", "account");
    private static final List<String> DOMAINS = List.of("a.example");

    private final LicenseVocabulary vocabulary = new LicenseVocabulary();

    @Override
    public Worker<LicenseCommand, LicenseFact> worker() {
        return new Worker<>(
                WorkerService.LICENSE,
                vocabulary,
                new LicenseHandlers(
                        new FakeTool(),
                        new FakeTenants(),
                        new FakeUsers(),
                        _ -> Outcome.failedForGood("no-credential", "none")));
    }

    @Override
    public List<LicenseFact> facts() {
        return List.of(
                new LicenseFact.ProjectPrepared("Caravan a.example", 4, 0),
                new LicenseFact.ProjectRemoved(4, 0, List.of()),
                new LicenseFact.ItemsAdded(1, 0, 0),
                new LicenseFact.ItemsRemoved(1, 0, List.of()),
                new LicenseFact.LicenceBudgetProven(1, 2),
                new LicenseFact.LicencesAssigned(1, 0, 0),
                new LicenseFact.LicencesProven(1),
                new LicenseFact.PassesEnded(1, 1, 0, 0, 1L << 40),
                new LicenseFact.PassesForecast(
                        Forecast.of(List.of(new Forecast.Sized("Ada", 1L << 40)), Rate.assumed(0.75), 100), 0),
                new LicenseFact.PassesStopped(1, 0, List.of()),
                new LicenseFact.StatisticsRead(1, 1L << 40, 0, 1),
                new LicenseFact.ChatPlansDisabled(1, 0, 0),
                new LicenseFact.ChatPlansReverted(1, 0, List.of()));
    }

    @Override
    public Map<String, ?> with(CommandType command) {
        var with = new HashMap<String, Object>();
        command.argument("accounts").ifPresent(_ -> with.put("accounts", "test1, test2"));
        command.argument("pass").ifPresent(_ -> with.put("pass", "pre-stage"));
        return with;
    }

    @Test
    void accounts_stand_with_commas_between_them() {
        assertThat(vocabulary.toCommand(accounts("test1, test2,test1")))
                .hasValueSatisfying(command -> assertThat(command)
                        .extracting("selection")
                        .isEqualTo(new Selection.Accounts(List.of("test1", "test2"))));
    }

    @Test
    void an_account_that_is_an_address_or_empty_is_refused() {
        for (var wrong : List.of("", "test1,", "test1@a.example", "*")) {
            assertThatThrownBy(() -> vocabulary.toCommand(accounts(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("accounts: must be what stands before the @")
                    .hasMessageContaining("\"" + wrong + "\"");
        }
    }

    @Test
    void a_pass_and_its_days_are_checked_by_name() {
        assertThatThrownBy(() -> vocabulary.toCommand(submit("prestage", 10)))
                .hasMessage("pass: must be one of verify, pre-stage, full, retry, is \"prestage\"");
        assertThatThrownBy(() -> vocabulary.toCommand(submit("pre-stage", -1)))
                .hasMessage("olderThanDays: must be 0 or more, is -1");
    }

    @Test
    void a_forecast_needs_a_rate_and_room_for_one() {
        assertThatThrownBy(() -> vocabulary.toCommand(forecast(0, 100))).hasMessage("gbPerHour: must be more than 0");
        assertThatThrownBy(() -> vocabulary.toCommand(forecast(0.75, 0))).hasMessage("atOnce: must be 1 or more, is 0");
    }

    @Test
    void changes_of_anything_but_items_are_refused_by_name() {
        // Given
        var ttl = new Change("rrset", "a. MX", "ttl", List.of("1"), List.of("2"), "…");
        var remove = new RemoveItems(VocabularyContract.context(), List.of(ttl), DOMAINS);
        // Then
        assertThatThrownBy(() -> vocabulary.toCommand(remove))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one is of ttl of a rrset: a. MX");
    }

    private static SpecificRecord accounts(String accounts) {
        return new AddTestItems(VocabularyContract.context(), accounts, TARGET, TARGET, DOMAINS);
    }

    private static SpecificRecord forecast(double gbPerHour, int atOnce) {
        return new ForecastPasses(VocabularyContract.context(), List.of("ada"), "", gbPerHour, atOnce, TARGET, DOMAINS);
    }

    private static SpecificRecord submit(String pass, int days) {
        return new SubmitPass(VocabularyContract.context(), List.of("ada"), pass, days, 0.75, TARGET, DOMAINS);
    }
}
