package dev.caravan.orchestrator.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RunbookTests {

    private static final PhaseId PHASE = PhaseId.parse("only");

    @Test
    void steps_come_after_all_that_they_need_and_else_as_in_the_file() {
        // Given
        var runbook = runbook(step("last", "first", "second"), step("first"), step("aside"), step("second", "first"));

        // When
        var order = runbook.inOrder();

        // Then
        assertThat(order).extracting(step -> step.id().text()).containsExactly("first", "aside", "second", "last");
    }

    @Test
    void precedents_are_all_that_must_be_over_before() {
        // Given
        var runbook = runbook(step("a"), step("b", "a"), step("c", "b"), step("d"));

        // When
        var precedents = runbook.precedents(StepId.parse("c"));

        // Then
        assertThat(precedents).extracting(StepId::text).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void dependants_are_those_that_need_a_step_directly() {
        // Given
        var runbook = runbook(step("a"), step("b", "a"), step("c", "b"), step("d", "a"));

        // When
        var dependants = runbook.dependants(StepId.parse("a"));

        // Then
        assertThat(dependants).extracting(step -> step.id().text()).containsExactly("b", "d");
    }

    @Test
    void a_number_of_the_guide_means_the_last_step_that_covers_it() {
        // Given
        var runbook = runbook(guided("late", List.of("4"), "early"), guided("early", List.of("4", "61")));

        // When
        var step = runbook.lastCovering("4");

        // Then
        assertThat(step).map(found -> found.id().text()).hasValue("late");
        assertThat(runbook.lastCovering("5")).isEmpty();
    }

    @Test
    void a_step_that_is_there_twice_or_needs_itself_or_nobody_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> runbook(step("a"), step("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> runbook(step("a", "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> runbook(step("a", "b"), step("b", "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> runbook(step("a", "elsewhere")));
    }

    @Test
    void an_unknown_step_is_refused_by_name() {
        // Given
        var runbook = runbook(step("a"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> runbook.step(StepId.parse("b")))
                .withMessage("runbook test has no step b");
    }

    private static Runbook runbook(Step... steps) {
        return new Runbook(
                RunbookName.parse("test"), "Test", List.of(), List.of(new Phase(PHASE, "Only", false)), List.of(steps));
    }

    private static Step step(String id, String... needs) {
        return guided(id, List.of(), needs);
    }

    private static Step guided(String id, List<String> guide, String... needs) {
        return new Step(
                StepId.parse(id),
                PHASE,
                id,
                guide,
                Set.copyOf(Stream.of(needs).map(StepId::parse).toList()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new BackOut.NothingToUndo(),
                new Work.Wait(new WaitFor.Elapsed(Duration.ofHours(1))));
    }
}
