package dev.caravan.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SimulatedPaceTests {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final SimulatedPace pace = new SimulatedPace(nanos::get);

    @Test
    void it_never_goes_back_whatever_is_read() {
        // Given
        pace.follow(new Reading(START.plusSeconds(600), 60, 4, true));
        var before = pace.instant();

        // When
        pace.follow(new Reading(START, 60, 1, true));

        // Then
        assertThat(pace.instant()).isEqualTo(before);
    }

    @Test
    void who_asks_before_the_first_reading_waits_for_it() throws InterruptedException {
        // Given
        var answer = new AtomicLong();
        var asking = Thread.ofVirtual().start(() -> answer.set(pace.instant().getEpochSecond()));

        // When
        pace.follow(new Reading(START, 60, 1, false));
        asking.join();

        // Then
        assertThat(answer).hasValue(START.getEpochSecond());
    }

    @Test
    void a_pause_ends_when_the_clock_skips_to_its_end() throws InterruptedException {
        // Given
        pace.follow(new Reading(START, 60, 1, true));
        var pausing = Thread.ofVirtual().start(() -> pace.pause(Duration.ofDays(14)));
        await().until(() -> pace.pausing() == 1);
        var due = pace.nextDue();

        // When
        pace.follow(new Reading(START.plus(Duration.ofDays(14)), 60, 2, true));
        pausing.join();

        // Then
        assertThat(due).contains(START.plus(Duration.ofDays(14)));
        assertThat(pace.nextDue()).isEmpty();
    }

    @Test
    void a_pause_on_a_standing_clock_waits_until_it_runs() throws InterruptedException {
        // Given
        pace.follow(new Reading(START, 60, 1, false));
        var pausing = Thread.ofVirtual().start(() -> pace.pause(Duration.ofSeconds(1)));
        await().until(() -> pace.pausing() == 1);

        // When
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        pace.follow(new Reading(START, 60, 1, false));
        var stillPausing = pausing.isAlive();
        pace.follow(new Reading(START.plusSeconds(1), 60, 2, true));
        pausing.join();

        // Then
        assertThat(stillPausing).isTrue();
    }

    @Test
    void an_interrupt_ends_a_pause_and_stays_set() throws InterruptedException {
        // Given
        pace.follow(new Reading(START, 60, 1, false));
        var interrupted = new AtomicLong();
        var pausing = Thread.ofVirtual().start(() -> {
            pace.pause(Duration.ofDays(1));
            interrupted.set(Thread.currentThread().isInterrupted() ? 1 : -1);
        });
        await().until(() -> pace.pausing() == 1);

        // When
        pausing.interrupt();
        pausing.join();

        // Then
        assertThat(interrupted).hasValue(1);
        assertThat(pace.pausing()).isZero();
    }
}
