package dev.caravan.orchestrator.runbook;

import dev.caravan.kit.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> the_house_rules_hold() {
        return HouseRules.of("dev.caravan.orchestrator.runbook")
                .pure(
                        "dev.caravan.orchestrator.runbook",
                        "dev.caravan.orchestrator.runbook.lint..",
                        "dev.caravan.orchestrator.runbook.text..")
                .tests();
    }
}
