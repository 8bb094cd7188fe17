package dev.caravan.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerLineTests {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final StepId STEP = StepId.parse("lower-ttl");

    @Test
    void a_retry_keeps_the_first_value_before_and_takes_the_latest_value_after() {
        // Given
        var line = LedgerLine.planned(STEP, change("3600", "300"), NOW, "r/lower-ttl/0/1");
        // When
        var again = line.plannedAgain(change("300", "60"), LATER, "r/lower-ttl/0/2");
        // Then
        assertThat(again.change().before()).containsExactly("3600");
        assertThat(again.change().after()).containsExactly("60");
        assertThat(again.state()).isEqualTo(LineState.PLANNED);
        assertThat(again.changedAt()).isEqualTo(LATER);
    }

    @Test
    void what_was_taken_back_begins_anew_when_it_is_planned_again() {
        // Given
        var undone = LedgerLine.planned(STEP, change("3600", "300"), NOW, "c1").undone(NOW, "c2");
        // When
        var again = undone.plannedAgain(change("1800", "300"), LATER, "c3");
        // Then
        assertThat(again.change().before()).containsExactly("1800");
        assertThat(again.isOpen()).isTrue();
    }

    @Test
    void a_late_confirmation_does_not_bring_back_what_was_taken_back() {
        // Given
        var undone = LedgerLine.planned(STEP, change("3600", "300"), NOW, "c1").undone(NOW, "c2");
        // When
        var line = undone.applied(LATER, "c1");
        // Then
        assertThat(line).isEqualTo(undone);
    }

    @Test
    void a_conflict_stays_open_and_says_what_was_found() {
        // Given
        var line = LedgerLine.planned(STEP, change("3600", "300"), NOW, "c1").applied(NOW, "c1");
        // When
        var conflicting = line.conflicting(
                new Conflict("rrset", "mail. MX", "ttl", List.of("60"), "somebody set it to 60"), LATER, "c2");
        // Then
        assertThat(conflicting.isOpen()).isTrue();
        assertThat(conflicting.sentence()).isEqualTo("somebody set it to 60");
        assertThat(conflicting.before()).containsExactly("3600");
    }

    @Test
    void a_key_is_read_as_it_was_written() {
        // Given
        var key = new PropertyKey("rrset", "_dmarc.fabrikam.example. TXT", "values");
        // When
        var read = PropertyKey.parse(key.toString());
        // Then
        assertThat(read).isEqualTo(key);
    }

    private static Change change(String before, String after) {
        return new Change("rrset", "mail. MX", "ttl", List.of(before), List.of(after), "TTL");
    }
}
