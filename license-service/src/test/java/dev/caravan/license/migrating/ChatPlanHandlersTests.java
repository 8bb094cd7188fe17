package dev.caravan.license.migrating;

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

class ChatPlanHandlersTests {

    private final FakeUsers users = new FakeUsers();
    private final OpenCall call = OpenCall.to(Connection.Kind.TENANT, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    private static final LicenseCommand DISABLE = new LicenseCommand.DisableChatPlans(List.of("ada", "bo", "gone"));

    @Nested
    class Disabling extends OnUsers {

        @Override
        public Handling<LicenseFact> handling() {
            return of(DISABLE);
        }
    }

    @Nested
    class Reverting extends OnUsers {

        private final List<Change> made = changesOf(DISABLE);

        @Override
        public Handling<LicenseFact> handling() {
            return of(new LicenseCommand.RevertChatPlans(made));
        }
    }

    @Test
    void other_plans_that_are_off_stay_off_there_and_back() {
        // Given
        users.user("ada", FakeUsers.EXCHANGE).user("bo", FakeUsers.SKYPE, FakeUsers.TEAMS);
        // When
        var told = handle(DISABLE);
        // Then
        assertThat(users.disabledOf("ada")).containsExactly(FakeUsers.EXCHANGE, FakeUsers.TEAMS, FakeUsers.SKYPE);
        assertThat(told).isEqualTo(Outcome.done(Optional.of(new LicenseFact.ChatPlansDisabled(1, 1, 1))));

        // When
        handle(new LicenseCommand.RevertChatPlans(List.copyOf(users.changed())));
        // Then
        assertThat(users.disabledOf("ada")).containsExactly(FakeUsers.EXCHANGE);
    }

    @Test
    void who_has_them_from_a_group_is_told_and_hinders_nobody() {
        // Given
        users.user("ada").ofGroup("bo");
        // When
        var outcome = handle(DISABLE);
        // Then
        assertThat(users.changed()).extracting(Change::id).containsExactly("ada");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.objects())
                                .hasToString(
                                        "[ObjectFailure[kind=user, id=bo, reason=bo has ENTERPRISEPACK from a group: its plans"
                                                + " can be switched off for the group alone]]"));
    }

    private Handling<LicenseFact> of(LicenseCommand command) {
        return new LicenseHandlers(
                        new FakeTool(), new FakeTenants(), users, _ -> Outcome.failedForGood("no-credential", "none"))
                .of(command);
    }

    private Outcome<Optional<LicenseFact>> handle(LicenseCommand command) {
        return new Procedure<LicenseFact>(call, plans::add, _ -> {}).follow(of(command));
    }

    /// What a command has changed, as a ledger has it.
    private List<Change> changesOf(LicenseCommand command) {
        plans.clear();
        handle(command);
        users.changed().clear();
        return plans.stream().flatMap(plan -> plan.changes().stream()).toList();
    }

    private abstract class OnUsers implements CommandContract<LicenseFact> {

        OnUsers() {
            users.user("ada").user("bo", FakeUsers.TEAMS);
        }

        @Override
        public OpenCall call() {
            return call;
        }

        @Override
        public List<?> effects() {
            return users.changed();
        }
    }
}
