package dev.caravan.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTests {

    private static final String BROKEN = "dev.caravan.kit.testing.broken";
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(BROKEN);

    @ParameterizedTest
    @CsvSource({
        "a package is a module, Left",
        "may the wire's shape be known, KnowsTheWire",
        "keeps a package one package, broken.silent",
        "in the field's words, ThingManager",
        "how a package is wired, OpenConfiguration",
        "never change, OpenConfiguration",
        "stands in its constructor, OpenConfiguration",
        "one injected clock, Restless",
        "fails when it matters, OpenConfiguration",
        "goes to its log, OpenConfiguration",
        "tested by values alone, java.io.File",
        "today and in a replay, randomUUID",
        "today and in a replay, getProperty",
        "failures are values, Thrown",
    })
    void every_rule_bites(String because, String culprit) {
        // Given
        var rules = HouseRules.of(BROKEN).pure("..core..");

        // When
        var broken = rules.rules()
                .filter(rule -> rule.getDescription().contains(because))
                .map(HouseRulesTests::violations);

        // Then
        assertThat(broken).singleElement().asString().contains(culprit);
    }

    @Test
    void whose_job_is_printing_prints() {
        // Given
        var rules = HouseRules.of(BROKEN).printing("..wiring..");

        // When
        var broken = rules.rules()
                .filter(rule -> rule.getDescription().contains("goes to its log"))
                .map(HouseRulesTests::violations);

        // Then
        assertThat(broken).singleElement().asString().doesNotContain("OpenConfiguration");
    }

    private static String violations(ArchRule rule) {
        return rule.evaluate(FIXTURES).getFailureReport().toString();
    }
}
