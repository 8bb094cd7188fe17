package dev.caravan.orchestrator.runbook.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.yaml.Reading;
import dev.caravan.orchestrator.runbook.yaml.RunbookReader;
import dev.caravan.schemas.CommandCatalogue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedRunbooksTests {

    private static final ShippedRunbooks SHIPPED = new ShippedRunbooks();
    private static final RunbookReader READER =
            new RunbookReader(new CataloguedCommands(CommandCatalogue.shipped()), new CelExpressions());

    private static Stream<RunbookName> names() {
        return SHIPPED.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_shipped_runbook_has_its_own_name_and_no_problems_not_even_warnings(RunbookName name) {
        // Given
        var yaml = SHIPPED.find(name).orElseThrow();

        // When
        var reading = READER.read(ShippedRunbooks.fileName(name), yaml);

        // Then
        assertThat(reading.problems()).isEmpty();
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Readable.class,
                        readable -> assertThat(readable.runbook().name()).isEqualTo(name));
    }

    @Test
    void an_unknown_name_finds_nothing() {
        // When
        var found = SHIPPED.find(RunbookName.parse("unheard-of"));

        // Then
        assertThat(found).isEmpty();
    }
}
