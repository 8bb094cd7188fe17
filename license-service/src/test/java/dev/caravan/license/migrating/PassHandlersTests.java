package dev.caravan.license.migrating;

import static dev.caravan.license.migrating.LicenseHandlersTests.LABEL;
import static dev.caravan.license.migrating.LicenseHandlersTests.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.Handling;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.testing.CommandContract;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.license.pass.PassKind;
import dev.caravan.license.pass.PassStatus;
import dev.caravan.license.pass.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PassHandlersTests {

    private static final String ADA = "ada@source.example";
    private static final String BO = "bo@source.example";
    private static final long GB = 1L << 30;
    private static final Duration TEN_DAYS = Duration.ofDays(10);
    private static final LicenseCommand FULL = submit(PassKind.FULL);

    private final FakeTool tool = new FakeTool().project(ADA, BO);
    private final FakeTenants tenants =
            new FakeTenants().source("ada", "SMTP:" + ADA).source("bo", "SMTP:" + BO);
    private final OpenCall call = OpenCall.to(Connection.Kind.BITTITAN, Set.of(), Map.of());
    private final List<Plan> plans = new ArrayList<>();

    @Nested
    class Submitting extends OnFakes {

        @Override
        public Handling<LicenseFact> handling() {
            return of(FULL);
        }
    }

    @Nested
    class Stopping extends OnFakes {

        private final LicenseCommand stop;

        Stopping() {
            tool.ending(PassStatus.PROCESSING, PassStatus.COMPLETED);
            handle(FULL);
            stop = new LicenseCommand.StopPasses(plans.getFirst().changes(), LABEL);
            tool.effects().clear();
        }

        @Override
        public Handling<LicenseFact> handling() {
            return of(stop);
        }
    }

    @Test
    void it_is_done_when_all_have_ended() {
        // Given
        tool.ending(PassStatus.SUBMITTED, PassStatus.COMPLETED).failing(BO, 1);
        // Then
        assertThat(handle(FULL))
                .isInstanceOfSatisfying(
                        Outcome.NotYet.class,
                        notYet -> assertThat(notYet.reason())
                                .isEqualTo(
                                        "1 of 2 passes (full) have not ended; 1 were completed, 1 of them with errors, and 0"
                                                + " failed"));
        // When
        tool.allAre(PassStatus.COMPLETED);
        // Then
        assertThat(handle(FULL)).isEqualTo(done(new LicenseFact.PassesEnded(2, 2, 1, 0, 10_000_000_000L)));
        assertThat(tool.effects()).containsExactly("full of " + ADA, "full of " + BO);
    }

    @Test
    void it_is_told_when_the_last_of_those_under_way_will_have_been_copied() {
        // Given
        tool.ending(PassStatus.PROCESSING, PassStatus.COMPLETED);
        tenants.size(ADA, 12 * GB).size(BO, 900 * GB);
        // When
        var outcome = handle(submit(PassKind.FULL, Rate.assumed(1)));
        // Then
        assertThat(expected(outcome))
                .hasValueSatisfying(end -> assertThat(end)
                        .isAfter(OpenCall.NOW.plus(Duration.ofHours(7)))
                        .isBefore(OpenCall.NOW.plus(Duration.ofHours(8))));
    }

    @Test
    void nothing_is_told_of_an_end_without_a_rate_or_a_size() {
        // Given
        tool.ending(PassStatus.PROCESSING, PassStatus.PROCESSING);
        // Then
        assertThat(expected(handle(submit(PassKind.FULL, Rate.assumed(1))))).isEmpty();
        tenants.size(ADA, 12 * GB);
        assertThat(expected(handle(FULL))).isEmpty();
    }

    @Test
    void old_mail_is_what_is_older_than_so_many_days() {
        // When
        handle(submit(PassKind.PRE_STAGE));
        // Then
        assertThat(tool.orders().getFirst().itemEnd()).contains(OpenCall.NOW.minus(TEN_DAYS));
    }

    @Test
    void a_pass_that_fails_is_submitted_three_times_and_then_told() {
        // Given
        tool.ending(PassStatus.FAILED, PassStatus.COMPLETED, PassStatus.FAILED, PassStatus.FAILED);
        // When
        handle(FULL);
        handle(FULL);
        var third = handle(FULL);
        // Then
        assertThat(third).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.isTransient()).isFalse();
            assertThat(failed.objects())
                    .isEqualTo(List.of(new ObjectFailure(
                            "bittitanPass", ADA, "the pass is Failed after 3 tries: the credentials are wrong")));
        });
        assertThat(tool.effects())
                .containsExactly("full of " + ADA, "full of " + BO, "full of " + ADA, "full of " + ADA);
    }

    @Test
    void a_pass_of_another_step_is_another_pass() {
        // Given
        tool.pass(ADA, "Full", PassStatus.COMPLETED, OpenCall.NOW.minusSeconds(60));
        // When
        handle(FULL);
        // Then
        assertThat(tool.effects()).containsExactly("full of " + ADA, "full of " + BO);
    }

    @Test
    void an_item_with_a_pass_under_way_is_waited_for() {
        // Given
        tool.pass(ADA, "Full", PassStatus.PROCESSING, OpenCall.NOW.minusSeconds(60));
        // When
        var outcome = handle(FULL);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.NotYet.class);
        assertThat(tool.effects()).containsExactly("full of " + BO);
    }

    @Test
    void errors_are_retried_where_there_are_some() {
        // Given
        tool.pass(ADA, "Full", PassStatus.COMPLETED, OpenCall.NOW.minusSeconds(60))
                .pass(ADA, "Verification", PassStatus.COMPLETED, OpenCall.NOW.minusSeconds(30))
                .failing(ADA, 2)
                .pass(BO, "Full", PassStatus.COMPLETED, OpenCall.NOW.minusSeconds(60));
        // When
        var outcome = handle(submit(PassKind.RETRY));
        // Then
        assertThat(outcome).isEqualTo(done(new LicenseFact.PassesEnded(2, 2, 1, 0, 10_000_000_000L)));
        assertThat(tool.effects()).containsExactly("retry of " + ADA);
    }

    @Test
    void what_was_never_completed_is_beyond_repair_and_counted() {
        // Given
        tool.pass(ADA, "Full", PassStatus.FAILED, OpenCall.NOW.minusSeconds(60)).failing(ADA, 2);
        // Then
        assertThat(handle(submit(PassKind.RETRY)))
                .isEqualTo(done(new LicenseFact.PassesEnded(2, 0, 0, 2, 10_000_000_000L)));
    }

    @Test
    void a_pass_that_is_not_known_again_is_not_submitted_for_ever() {
        // Given
        tool.forgetting();
        // Then
        assertThat(handle(FULL))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("pass-unknown"));
    }

    @Test
    void a_mailbox_without_an_item_is_named_when_the_others_have_ended() {
        // Given
        tenants.source("cy", "SMTP:cy@source.example");
        var selection = new Selection.Mailboxes(List.of("ada", "cy"));
        // When
        var outcome = handle(
                new LicenseCommand.SubmitPass(selection, PassKind.VERIFY, TEN_DAYS, Optional.empty(), SOURCE, LABEL));
        // Then
        assertThat(outcome).asString().contains("the project \"Caravan a.example\" has no item from cy@source.example");
        assertThat(tool.effects()).containsExactly("verify of " + ADA);
    }

    @Test
    void only_what_runs_is_stopped_and_what_is_queued_is_waited_for() {
        // Given
        tool.ending(PassStatus.QUEUED, PassStatus.PROCESSING);
        handle(FULL);
        tool.effects().clear();
        // When
        var outcome = handle(new LicenseCommand.StopPasses(plans.getFirst().changes(), LABEL));
        // Then
        assertThat(tool.effects()).containsExactly("stop item-" + BO);
        assertThat(outcome).isInstanceOf(Outcome.NotYet.class);
    }

    private static LicenseCommand submit(PassKind kind) {
        return new LicenseCommand.SubmitPass(
                new Selection.Mailboxes(List.of("ada", "bo")), kind, TEN_DAYS, Optional.empty(), SOURCE, LABEL);
    }

    private static LicenseCommand submit(PassKind kind, Rate rate) {
        return new LicenseCommand.SubmitPass(
                new Selection.Mailboxes(List.of("ada", "bo")), kind, TEN_DAYS, Optional.of(rate), SOURCE, LABEL);
    }

    private static Optional<Instant> expected(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotYet<?> notYet ? notYet.expected() : Optional.empty();
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
