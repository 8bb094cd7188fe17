package dev.caravan.orchestrator.runbook.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.FictionalCommands;
import dev.caravan.orchestrator.runbook.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RunbookReaderTests {

    private static final RunbookReader READER = new RunbookReader(new FictionalCommands(), new CelExpressions());

    private static Stream<Fixture> broken() {
        return Fixture.in("broken");
    }

    private static Stream<Fixture> valid() {
        return Fixture.in("valid");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void every_problem_of_a_broken_file_is_told_where_it_stands(Fixture fixture) {
        // When
        var reading = READER.read(fixture.name(), fixture.yaml());

        // Then
        assertThat(reading.problems()).containsExactlyElementsOf(fixture.expected());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_file_is_read_without_problems(Fixture fixture) {
        // When
        var reading = READER.read(fixture.name(), fixture.yaml());

        // Then
        assertThat(reading.problems()).isEmpty();
        assertThat(reading).isInstanceOf(Reading.Readable.class);
    }

    @Test
    void an_accepted_file_is_read_again_although_a_rule_refuses_it_now() {
        // Given
        var fixture = fixture("four-eyes-before-no-return");

        // When
        var runbook = READER.readAccepted(fixture.name(), fixture.yaml());

        // Then
        assertThat(runbook.steps()).hasSize(5);
    }

    @Test
    void an_accepted_file_that_is_no_runbook_is_refused_with_its_first_problem() {
        // Given
        var fixture = fixture("types");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> READER.readAccepted(fixture.name(), fixture.yaml()))
                .withMessage(fixture.expected().getFirst().toString());
    }

    private static Fixture fixture(String name) {
        return broken().filter(fixture -> fixture.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
