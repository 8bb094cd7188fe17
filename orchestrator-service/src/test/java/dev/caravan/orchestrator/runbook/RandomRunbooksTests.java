package dev.caravan.orchestrator.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RandomRunbooksTests {

    @Test
    void the_same_seed_gives_the_same_runbook() {
        // When
        var runbook = RandomRunbooks.of(7);

        // Then
        assertThat(runbook).isEqualTo(RandomRunbooks.of(7));
    }

    @Test
    void a_few_hundred_seeds_use_every_kind_of_work_and_back_out() {
        // When
        var steps = LongStream.range(0, 300)
                .mapToObj(RandomRunbooks::of)
                .flatMap(runbook -> runbook.steps().stream())
                .toList();

        // Then
        assertThat(steps.stream().map(step -> step.work().kind()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("command", "check", "task", "gate", "wait");
        assertThat(steps.stream()
                        .map(step -> step.backOut().getClass().getSimpleName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Undo", "ByHand", "NothingToUndo", "Irreversible");
    }
}
