package dev.caravan.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.simulator.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgendaTests {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path directory;

    private final ManualTime machine = new ManualTime();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private Journal journal;
    private SimulatedClock clock;
    private Agenda agenda;

    @BeforeEach
    void open() {
        journal = Journal.open(directory);
        clock = new SimulatedClock(START, 60, journal, machine);
        agenda = new Agenda(clock);
    }

    @AfterEach
    void close() {
        agenda.stop();
        journal.close();
    }

    @Test
    void a_skip_lets_everything_happen_in_order_and_each_at_its_own_instant() {
        // Given
        note(300);
        note(100);
        note(200);
        note(900);
        clock.start();
        // When
        boolean skipped = agenda.skip(at(600), 1);
        // Then
        assertThat(skipped).isTrue();
        assertThat(happened).containsExactly("100 at 100", "200 at 200", "300 at 300");
        assertThat(clock.reading()).isEqualTo(new SimulatedClock.Reading(at(600), 60, 2, true));
    }

    @Test
    void what_an_event_adds_within_the_skip_happens_in_the_same_skip() {
        // Given
        agenda.at(at(100), "mother", _ -> {
            note(150);
            note(700);
        });
        note(200);
        clock.start();
        // When
        agenda.skip(at(600), 1);
        // Then
        assertThat(happened).containsExactly("150 at 150", "200 at 200");
    }

    @Test
    void events_of_one_instant_happen_in_the_order_in_which_they_were_added() {
        // Given
        for (String name : List.of("first", "second", "third")) {
            agenda.at(at(100), name, _ -> happened.add(name));
        }
        clock.start();
        // When
        agenda.skip(at(100), 1);
        // Then
        assertThat(happened).containsExactly("first", "second", "third");
    }

    @Test
    void an_event_that_fails_keeps_no_other_from_happening() {
        // Given
        agenda.at(at(50), "broken", _ -> {
            throw new IllegalStateException("on purpose");
        });
        note(60);
        clock.start();
        // When
        agenda.skip(at(100), 1);
        // Then
        assertThat(happened).containsExactly("60 at 60");
    }

    @Test
    void a_cancelled_event_does_not_happen() {
        // Given
        Agenda.Entry entry = note(60);
        clock.start();
        // When
        entry.cancel();
        agenda.skip(at(100), 1);
        // Then
        assertThat(happened).isEmpty();
    }

    @Test
    void a_clock_that_stands_or_has_turned_is_not_skipped() {
        // Given
        note(60);
        // When
        boolean standing = agenda.skip(at(100), 0);
        clock.start();
        boolean turned = agenda.skip(at(100), 0);
        // Then
        assertThat(List.of(standing, turned)).containsOnly(false);
        assertThat(happened).isEmpty();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void a_skip_to_the_past_changes_nothing() {
        // Given
        clock.start();
        // When
        boolean skipped = agenda.skip(START.minusSeconds(1), 1);
        // Then
        assertThat(skipped).isTrue();
        assertThat(clock.reading().epoch()).isEqualTo(1);
    }

    @Test
    void a_running_clock_reaches_its_events_by_itself() {
        // Given
        clock = new SimulatedClock(START, 100_000, journal);
        agenda = new Agenda(clock);
        agenda.start();
        note(60);
        // When
        clock.start();
        agenda.wake();
        // Then
        await().untilAsserted(() -> assertThat(happened).hasSize(1));
    }

    @Test
    void a_skip_brings_the_next_event_nearer_for_the_running_clock_too() {
        // Given
        clock = new SimulatedClock(START, 1, journal);
        agenda = new Agenda(clock);
        agenda.start();
        clock.start();
        note(1_000_000);
        // When
        agenda.skip(at(999_999), 1);
        // Then
        await().untilAsserted(() -> assertThat(happened).hasSize(1));
    }

    @Test
    void nothing_happens_before_the_clock_is_started() {
        // Given
        note(-10);
        agenda.start();
        // When
        agenda.wake();
        // Then
        await().during(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(happened).isEmpty());
    }

    private Agenda.Entry note(long seconds) {
        return agenda.at(
                at(seconds),
                "note " + seconds,
                due -> happened.add(Duration.between(START, due).toSeconds() + " at "
                        + Duration.between(START, clock.instant()).toSeconds()));
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
