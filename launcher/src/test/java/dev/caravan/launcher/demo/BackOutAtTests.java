package dev.caravan.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Views;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOutAtTests {

    private final RunView run = Views.run(
            "r1",
            "running",
            Views.step("capture-zones", 0, "succeeded", "2", "3"),
            Views.step("lower-ttl", 1, "pending", "4", "61"),
            Views.step("prove-ttl", 2, "pending", "61"));

    @Test
    void a_step_is_named_by_its_id() {
        // Given
        var written = "lower-ttl";

        // When
        var step = BackOutAt.stepOf(run, written);

        // Then
        assertThat(step).isEqualTo("lower-ttl");
    }

    @Test
    void a_number_of_the_guide_means_the_last_step_that_covers_it() {
        // Given
        var numbers = List.of("2", "4", "61");

        // When
        var steps =
                numbers.stream().map(number -> BackOutAt.stepOf(run, number)).toList();

        // Then
        assertThat(steps).containsExactly("capture-zones", "lower-ttl", "prove-ttl");
    }

    @Test
    void what_the_runbook_does_not_have_is_refused_with_what_it_has() {
        // Given
        var written = "lower-tll";

        // When
        var asking = (org.assertj.core.api.ThrowableAssert.ThrowingCallable) () -> BackOutAt.stepOf(run, written);

        // Then
        assertThatThrownBy(asking)
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("lower-tll")
                .hasMessageContaining("capture-zones, lower-ttl, prove-ttl");
    }

    @Test
    void numbers_beyond_the_guide_and_numbers_that_nothing_covers_are_refused() {
        // Given
        var beyond = List.of("0", "97", "99999999999999");

        // When
        var uncovered = "96";

        // Then
        assertThat(beyond)
                .allSatisfy(number ->
                        assertThatThrownBy(() -> BackOutAt.stepOf(run, number)).hasMessageContaining("1 to 96"));
        assertThatThrownBy(() -> BackOutAt.stepOf(run, uncovered)).hasMessageContaining("no step of the runbook");
    }
}
