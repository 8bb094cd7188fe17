package dev.caravan.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void every_state_of_a_run_is_on_the_list() {
        // Given
        var words =
                Transitions.cases(RunState.class).map(WordsTests::hyphenated).toList();

        // Then
        assertThat(Words.OF_RUNS).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void a_state_says_the_word_that_is_on_the_list() {
        assertThat(Words.of(new RunState.BackOutFailed()))
                .isEqualTo("back-out-failed")
                .isIn(Words.OF_RUNS);
    }

    private static String hyphenated(Class<?> state) {
        return state.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
