package dev.caravan.orchestrator.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InstructionsTests {

    private static final Scope SCOPE = new Scope(
            Map.of(DecisionName.parse("hotline"), "+49 30 1$2"),
            Map.of(StepId.parse("lower-ttl"), Map.of("applied", 4L)),
            List.of("fabrikam.example", "fabrikam-group.example"),
            new Scope.Of("r1", "Fabrikam", Instant.parse("2026-12-04T19:00:00Z"), ZoneId.of("Europe/Berlin")));
    private static final Map<RoleName, String> CONNECTIONS = Map.of(RoleName.parse("source"), "Fabrikam AG");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Move ${domains}               | Move fabrikam.example, fabrikam-group.example
            From ${source}                | From Fabrikam AG
            To ${destination}             | To (not known yet)
            On ${t0}                      | On Friday 4 December 2026, 20:00 (Europe/Berlin)
            Call ${decision.hotline}      | Call +49 30 1$2
            Ask ${decision.other}         | Ask (not known yet)
            ${facts.lower-ttl.applied} of | 4 of
            ${facts.other.applied} of     | (not known yet) of
            Mind ${nobody} and $money     | Mind ${nobody} and $money
            """)
    void what_the_run_knows_is_filled_in(String written, String read) {
        // When
        var filled = new Instructions(written).filled(SCOPE, CONNECTIONS);

        // Then
        assertThat(filled).isEqualTo(read);
    }

    @Test
    void a_placeholder_in_a_value_is_not_filled_in_again() {
        // Given
        var scope =
                new Scope(Map.of(DecisionName.parse("hotline"), "${source}"), Map.of(), SCOPE.domains(), SCOPE.run());

        // When
        var filled = new Instructions("Call ${decision.hotline}").filled(scope, CONNECTIONS);

        // Then
        assertThat(filled).isEqualTo("Call ${source}");
    }
}
