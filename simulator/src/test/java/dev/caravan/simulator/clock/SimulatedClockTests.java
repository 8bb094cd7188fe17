package dev.caravan.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedClockTests {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path directory;

    private final ManualTime machine = new ManualTime();

    @Test
    void the_clock_stands_still_until_it_is_started() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            SimulatedClock clock = clock(journal);
            // When
            machine.pass(Duration.ofHours(3));
            // Then
            assertThat(clock.reading()).isEqualTo(new SimulatedClock.Reading(START, 60, 0, false));
        }
    }

    @Test
    void it_runs_as_many_times_as_fast_as_the_machine() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            SimulatedClock clock = clock(journal);
            clock.start();
            // When
            machine.pass(Duration.ofSeconds(2));
            // Then
            assertThat(clock.reading()).isEqualTo(new SimulatedClock.Reading(START.plusSeconds(120), 60, 1, true));
        }
    }

    @Test
    void starting_a_running_clock_changes_nothing() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            SimulatedClock clock = clock(journal);
            clock.start();
            machine.pass(Duration.ofSeconds(1));
            // When
            clock.start();
            // Then
            assertThat(clock.reading()).isEqualTo(new SimulatedClock.Reading(START.plusSeconds(60), 60, 1, true));
        }
    }

    @Test
    void a_jump_begins_an_epoch_and_never_goes_back() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            SimulatedClock clock = clock(journal);
            clock.start();
            clock.jump(START.plusSeconds(1000));
            // When
            clock.jump(START);
            // Then
            assertThat(clock.reading()).isEqualTo(new SimulatedClock.Reading(START.plusSeconds(1000), 60, 3, true));
        }
    }

    @Test
    void a_held_clock_stands_and_goes_on_from_where_it_jumps() {
        try (Journal journal = Journal.open(directory)) {
            // Given
            SimulatedClock clock = clock(journal);
            clock.start();
            clock.hold(START.plusSeconds(500));
            machine.pass(Duration.ofSeconds(1));
            assertThat(clock.instant()).isEqualTo(START.plusSeconds(500));
            // When
            clock.jump(START.plusSeconds(600));
            machine.pass(Duration.ofSeconds(1));
            // Then
            assertThat(clock.instant()).isEqualTo(START.plusSeconds(660));
        }
    }

    @Test
    void a_killed_simulator_comes_back_to_where_the_others_have_counted_to() {
        // Given
        try (Journal journal = Journal.open(directory)) {
            SimulatedClock clock = clock(journal);
            clock.start();
            machine.pass(Duration.ofSeconds(1));
            clock.jump(START.plusSeconds(1000));
        }
        machine.pass(Duration.ofSeconds(5));
        // When
        try (Journal journal = Journal.open(directory)) {
            SimulatedClock clock = new SimulatedClock(Instant.EPOCH, 1, journal, machine);
            journal.replay(clock::recall);
            // Then
            assertThat(clock.reading()).isEqualTo(new SimulatedClock.Reading(START.plusSeconds(1300), 60, 2, true));
            assertThat(clock.beginning()).isEqualTo(START);
        }
    }

    @Test
    void whoever_waits_for_another_epoch_hears_of_it_at_once() throws Exception {
        try (Journal journal = Journal.open(directory)) {
            // Given
            SimulatedClock clock = clock(journal);
            CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> epochAfter(clock, 0));
            // When
            clock.start();
            // Then
            assertThat(waiting.get()).isEqualTo(1);
            assertThat(epochAfter(clock, 7)).isEqualTo(1);
        }
    }

    @Test
    void whoever_waits_in_vain_is_told_the_time_all_the_same() throws Exception {
        try (Journal journal = Journal.open(directory)) {
            // Given
            SimulatedClock clock = clock(journal);
            // When
            SimulatedClock.Reading reading = clock.readingAfter(0, Duration.ofMillis(1));
            // Then
            assertThat(reading.epoch()).isZero();
        }
    }

    private static long epochAfter(SimulatedClock clock, long epoch) {
        try {
            return clock.readingAfter(epoch, Duration.ofMinutes(1)).epoch();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SimulatedClock clock(Journal journal) {
        return new SimulatedClock(START, 60, journal, machine);
    }
}
