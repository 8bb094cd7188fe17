package dev.caravan.orchestrator.runbook.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTests {

    @ParameterizedTest
    @CsvSource({
        "titel, title",
        "Title, title",
        "need, needs",
        "back-out, backOut",
        "dns.LowerTTL, dns.LowerTtl",
        "asignee, assignee"
    })
    void a_word_that_is_nearly_right_finds_what_was_meant(String written, String meant) {
        // When
        var hint = Spelling.hint(written, List.of("title", "needs", "backOut", "dns.LowerTtl", "assignee"));

        // Then
        assertThat(hint).isEqualTo("; did you mean `%s`?", meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "unheard", "command", "''"})
    void a_word_that_is_nothing_like_it_finds_nothing(String written) {
        // When
        var hint = Spelling.hint(written, List.of("title", "needs"));

        // Then
        assertThat(hint).isEmpty();
    }

    @Test
    void a_word_without_neighbours_gets_all_words_in_order() {
        // When
        var hint = Spelling.hintOrList("author", "it may have", List.of("title", "needs"));

        // Then
        assertThat(hint).isEqualTo("; it may have needs, title");
    }

    @Test
    void a_very_long_word_is_not_compared_at_all() {
        // When
        var hint = Spelling.hint("title".repeat(100_000), List.of("title"));

        // Then
        assertThat(hint).isEmpty();
    }
}
