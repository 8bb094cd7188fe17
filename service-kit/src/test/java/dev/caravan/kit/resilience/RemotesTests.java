package dev.caravan.kit.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RemotesTests {

    private static final AccountId ACCOUNT = new AccountId("account");
    private static final Outcome<String> LEAVE = Outcome.done("leave");
    private static final Outcome<String> DOWN = Outcome.failedForNow("timeout", "no answer");
    private static final Outcome<String> UP = Outcome.done("answer");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T08:00:00Z"));
    private final Remotes remotes =
            new Remotes(new RemoteSettings(1, Duration.ZERO, 50, 4, 4, Duration.ofMinutes(30), 1), now::get);

    @Test
    void a_remote_that_keeps_failing_is_left_alone_and_tried_again_in_the_injected_time() {
        // Given
        for (var call = 0; call < 4; call++) {
            call(ACCOUNT, DOWN);
        }
        var refused = call(ACCOUNT, UP);

        // When
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(31)));

        // Then
        assertThat(refused).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("circuit-open");
            assertThat(failed.retryAfter()).isEqualTo(Optional.of(Duration.ofMinutes(30)));
        });
        assertThat(call(ACCOUNT, UP)).isEqualTo(UP);
    }

    @Test
    void another_account_and_what_the_remote_merely_refuses_open_no_circuit() {
        // Given
        for (var call = 0; call < 8; call++) {
            call(ACCOUNT, DOWN);
            call(new AccountId("refusing"), Outcome.refused("no", "no"));
            call(new AccountId("throttling"), throttled());
        }

        // When
        var others = List.of(
                call(new AccountId("refusing"), UP),
                call(new AccountId("throttling"), UP),
                call(new AccountId("third"), UP));

        // Then
        assertThat(others).containsOnly(UP);
    }

    @Test
    void no_more_calls_are_made_at_once_than_are_allowed() throws InterruptedException {
        // Given
        var inside = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var first = Thread.ofVirtual()
                .start(() -> remotes.call(ACCOUNT, "api", () -> LEAVE, () -> {
                    inside.countDown();
                    return awaited(finish);
                }));
        inside.await();

        // When
        var second = call(ACCOUNT, UP);
        finish.countDown();
        first.join();

        // Then
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("too-many-calls"));
        assertThat(call(ACCOUNT, UP)).isEqualTo(UP);
    }

    @Test
    void without_leave_nothing_is_called_and_nothing_is_counted() {
        // Given
        var denied = Outcome.<String>failedForNow("expired", "too late");

        // When
        for (var call = 0; call < 8; call++) {
            assertThat(remotes.<String>call(ACCOUNT, "api", () -> denied, () -> UP))
                    .isEqualTo(denied);
        }

        // Then
        assertThat(call(ACCOUNT, UP)).isEqualTo(UP);
    }

    @Test
    void a_setting_that_is_none_is_named_by_its_path() {
        assertThatThrownBy(() -> new RemoteSettings(0, Duration.ZERO, 50, 1, 1, Duration.ofSeconds(1), 1))
                .hasMessage("caravan.remotes.concurrent-calls-max: must be 1 or more, is 0");
    }

    private Outcome<String> call(AccountId account, Outcome<String> answer) {
        return remotes.call(account, "api", () -> LEAVE, () -> answer);
    }

    private static Outcome<String> throttled() {
        return new Outcome.Failed<>(true, "throttled", "429", List.of(), Optional.of(Duration.ofSeconds(10)));
    }

    private static Outcome<String> awaited(CountDownLatch latch) {
        try {
            latch.await();
            return UP;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
