package dev.caravan.orchestrator.runbook.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.FictionalCommands;
import dev.caravan.orchestrator.runbook.Fixture;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LinterTests {

    @Test
    void every_rule_has_a_deliberately_broken_file_of_its_name() {
        // When
        var rules = Linter.rules(new FictionalCommands(), new CelExpressions());

        // Then
        assertThat(Fixture.in("broken/rules").map(Fixture::name))
                .containsExactlyInAnyOrderElementsOf(
                        rules.stream().map(LinterTests::fileName).toList());
    }

    private static String fileName(Rule rule) {
        return rule.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }
}
