package dev.caravan.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerCutTests {

    private static final int MANY = 1_000_000;

    @Test
    void nothing_is_cut_of_an_empty_ledger() {
        // Given
        var lines = List.<LedgerLine>of();
        // When
        var cut = LedgerCut.first(lines.iterator(), 10, MANY);
        // Then
        assertThat(cut).isEmpty();
    }

    @Test
    void all_that_fits_is_the_last_cut() {
        // Given
        var lines = List.of(line("a", "ttl", 1), line("a", "values", 1), line("b", "ttl", 1));
        // When
        var cut = LedgerCut.first(lines.iterator(), 2, MANY);
        // Then
        assertThat(cut).contains(cut("a/ttl", "b/ttl", 2, true));
    }

    @Test
    void a_cut_ends_before_the_first_object_too_many() {
        // Given
        var lines = List.of(line("a", "ttl", 1), line("a", "values", 1), line("b", "ttl", 1));
        // When
        var cut = LedgerCut.first(lines.iterator(), 1, MANY);
        // Then
        assertThat(cut).contains(cut("a/ttl", "a/values", 1, false));
    }

    @Test
    void an_object_that_does_not_fit_wholly_waits_for_the_next_cut() {
        // Given
        var lines = List.of(line("a", "ttl", 10), line("b", "ttl", 10), line("b", "values", 1_000));
        // When
        var cut = LedgerCut.first(lines.iterator(), 10, 500);
        // Then
        assertThat(cut).contains(cut("a/ttl", "a/ttl", 1, false));
    }

    @Test
    void an_object_that_is_too_large_by_itself_is_cut_by_property() {
        // Given
        var lines = List.of(line("a", "ttl", 10), line("a", "values", 1_000), line("b", "ttl", 10));
        // When
        var cut = LedgerCut.first(lines.iterator(), 10, 500);
        // Then
        assertThat(cut).contains(cut("a/ttl", "a/ttl", 1, false));
    }

    @Test
    void a_line_that_is_too_large_by_itself_is_a_cut_of_its_own() {
        // Given
        var lines = List.of(line("a", "values", 1_000), line("b", "ttl", 10));
        // When
        var cut = LedgerCut.first(lines.iterator(), 10, 500);
        // Then
        assertThat(cut).contains(cut("a/values", "a/values", 1, false));
    }

    private static LedgerCut cut(String from, String to, int objects, boolean last) {
        return new LedgerCut(key(from), key(to), objects, last);
    }

    private static PropertyKey key(String objectAndProperty) {
        var parts = objectAndProperty.split("/", -1);
        return new PropertyKey("rrset", parts[0], parts[1]);
    }

    private static LedgerLine line(String object, String property, int size) {
        var change = new Change("rrset", object, property, List.of("x".repeat(size)), List.of(), "");
        return LedgerLine.planned(StepId.parse("lower-ttl"), change, Instant.EPOCH, "c");
    }
}
