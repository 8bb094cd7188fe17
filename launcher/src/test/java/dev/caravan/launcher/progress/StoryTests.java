package dev.caravan.launcher.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.runs.Views;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTests {

    @Test
    void a_line_tells_of_each_step_that_ended_since_the_last_look() {
        // Given
        var before = Views.run("r1", "running", Views.step("capture", 0, "working"), Views.step("lower", 1, "pending"));
        var now = Views.run("r1", "running", Views.step("capture", 0, "succeeded"), Views.step("lower", 1, "working"));

        // When
        var lines = new Story(false).lines(before, now);

        // Then
        assertThat(lines).containsExactly("Fri 20 Nov 09:01 Two weeks before / capture succeeded, 2 objects");
    }

    @Test
    void a_failure_says_why_and_the_run_says_what_becomes_of_it() {
        // Given
        var before = Views.run("r1", "running", Views.step("lower", 0, "working"));
        var now = Views.run("r1", "failed", Views.step("lower", 0, "failed"));

        // When
        var lines = new Story(true).lines(before, now);

        // Then
        assertThat(lines)
                .containsExactly(
                        "[fabrikam] Fri 20 Nov 09:01 Two weeks before / lower failed, 2 objects: the server refused",
                        "[fabrikam] the run is failed");
    }

    @Test
    void a_step_that_is_going_to_be_late_says_so_once() {
        // Given
        var before = Views.run("r1", "running", Views.step("copy", 0, "working"));
        var late = Views.run("r1", "running", Views.late("copy", "late: it should be over by T-1d"));

        // When
        var lines = new Story(false).lines(before, late);

        // Then
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("copy working")
                .contains("late: it should be over by T-1d");
        assertThat(new Story(false).lines(late, late)).isEmpty();
    }

    @Test
    void the_status_counts_over_all_runs_and_names_what_is_under_way() {
        // Given
        var one = Views.run("r1", "running", Views.step("capture", 0, "succeeded"), Views.step("lower", 1, "working"));
        var other = Views.run("r2", "completed", Views.step("capture", 0, "succeeded"));

        // When
        var status = Story.status(List.of(one, other), Views.START);

        // Then
        assertThat(status).isEqualTo("Fri 20 Nov 09:00 · 2/3 steps · 4 objects · lower");
    }

    @Test
    void when_every_run_has_ended_there_is_no_status() {
        // Given
        var ended = Views.run("r1", "backed-out", Views.step("capture", 0, "undone"));

        // When
        var status = Story.status(List.of(ended), Views.START);

        // Then
        assertThat(status).isEmpty();
    }
}
