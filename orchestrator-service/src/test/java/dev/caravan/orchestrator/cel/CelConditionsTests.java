package dev.caravan.orchestrator.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Expression;
import dev.caravan.orchestrator.runbook.Scope;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CelConditionsTests {

    private static final Scope SCOPE = scope(List.of("fabrikam.example", "fabrikam-group.example"));

    private final Conditions conditions = new CelConditions();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            decisions.transferRegistration == 'false'                           | true
            decisions['transferRegistration'] == "true"                         | false
            facts["lower-ttl"].applied > 3                                      | true
            facts["lower-ttl"].complete && facts["lower-ttl"].share < 0.75      | true
            has(facts["lower-ttl"].applied)                                     | true
            has(facts["lower-ttl"].unheard)                                     | false
            "lower-ttl" in facts ? facts["lower-ttl"].applied > 5 : true        | false
            "other" in facts ? facts["other"].applied > 5 : true                | true
            "other" in decisions                                                | false
            size(domains) > 1                                                   | true
            domains.exists(domain, domain.endsWith("-group.example"))           | true
            run.t0 > timestamp("2026-12-04T00:00:00Z")                          | true
            run.zone == "Europe/Berlin" && run.id == "r1" && run.title != ""    | true
            """)
    void a_condition_is_answered_from_the_scope(String cel, boolean expected) {
        // When
        var holds = conditions.holds(new Condition(cel), SCOPE);

        // Then
        assertThat(holds).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            facts["lower-ttl"].oldTtlSecondsMax                                | 14400
            facts["lower-ttl"].applied * 2 + 1                                 | 9
            "other" in facts ? facts["other"].oldTtlSecondsMax : 60            | 60
            int(facts["lower-ttl"].share * 100.0)                              | 50
            size(domains)                                                      | 2
            """)
    void a_number_is_reckoned_from_the_scope(String cel, long expected) {
        // When
        var number = conditions.number(new Expression(cel), SCOPE);

        // Then
        assertThat(number).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts['other'].applied > 1",
                "decisions.other == 'true'",
                "facts['lower-ttl'].unheard == 1",
                "facts['lower-ttl'].applied > 'text'",
                "1 / (size(domains) - 2) > 0",
                "9223372036854775807 + size(domains) > 0"
            })
    void a_condition_without_an_answer_is_named(String cel) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditions.holds(new Condition(cel), SCOPE))
                .withMessageStartingWith("`%s` has no answer: ", cel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size(domains", "size(domains)", "unheard > 1", ""})
    void a_condition_without_meaning_is_named(String cel) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditions.holds(new Condition(cel), SCOPE))
                .withMessageStartingWith("`%s` has no meaning: ", cel);
    }

    @Test
    void a_fraction_is_no_number_of_seconds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditions.number(new Expression("facts['lower-ttl'].share"), SCOPE))
                .withMessage("`facts['lower-ttl'].share` is no whole number");
    }

    @Test
    void an_expression_cannot_run_for_ever() {
        // Given
        var many = scope(IntStream.range(0, 500)
                .mapToObj(number -> "d" + number + ".example")
                .toList());
        var cubed = new Condition("domains.all(a, domains.all(b, domains.all(c, a != b + c + 'x')))");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditions.holds(cubed, many))
                .withMessageContaining("teration");
    }

    @Test
    void an_expression_cannot_be_nested_without_bound() {
        // Given
        var nested = new Condition("!".repeat(400) + "true");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditions.holds(new Condition("(".repeat(400) + "true" + ")".repeat(400)), SCOPE));
        assertThat(conditions.holds(nested, SCOPE)).isTrue();
    }

    private static Scope scope(List<String> domains) {
        return new Scope(
                Map.of(DecisionName.parse("transferRegistration"), "false"),
                Map.of(
                        StepId.parse("lower-ttl"),
                        Map.of("applied", 4, "complete", true, "share", 0.5f, "oldTtlSecondsMax", 14_400L)),
                domains,
                new Scope.Of("r1", "Fabrikam", Instant.parse("2026-12-04T19:00:00Z"), ZoneId.of("Europe/Berlin")));
    }
}
