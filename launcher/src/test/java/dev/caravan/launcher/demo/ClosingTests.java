package dev.caravan.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.runs.Views;
import dev.caravan.launcher.standin.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTests {

    private static final Given ANSWER =
            new Given("r1", "confirm-owner", "answer", "Mara Lindqvist", "Done.", "Ticket 7", "", Views.START);

    @Test
    void a_completed_run_with_evidence_has_no_shortcomings() {
        // Given
        var run = Views.run(
                "r1", "completed", Views.step("capture", 0, "succeeded"), Views.step("move", 1, "not-needed"));

        // When
        var shortcomings = Closing.shortcomings(List.of(run), false, List.of(ANSWER));

        // Then
        assertThat(shortcomings).isEmpty();
    }

    @Test
    void the_state_that_was_asked_for_counts() {
        // Given
        var completed = Views.run("r1", "completed");
        var backedOut = Views.run("r2", "backed-out");

        // When
        var forward = Closing.shortcomings(List.of(completed, backedOut), false, List.of());
        var back = Closing.shortcomings(List.of(completed, backedOut), true, List.of());

        // Then
        assertThat(forward).containsExactly("fabrikam is backed-out and should be completed");
        assertThat(back).containsExactly("fabrikam is completed and should be backed out");
    }

    @Test
    void failed_and_skipped_steps_and_empty_evidence_are_told() {
        // Given
        var run = Views.run("r1", "completed", Views.step("lower", 0, "failed"), Views.step("prove", 1, "skipped"));
        var empty = new Given("r1", "confirm-owner", "answer", "Mara Lindqvist", "Done.", " ", "", Views.START);

        // When
        var shortcomings = Closing.shortcomings(List.of(run), false, List.of(empty));

        // Then
        assertThat(shortcomings)
                .containsExactly(
                        "fabrikam: lower failed: the server refused",
                        "fabrikam: prove was skipped: ",
                        "confirm-owner of run r1 was answered without evidence");
    }
}
