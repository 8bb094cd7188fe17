package dev.caravan.orchestrator;

import dev.caravan.kit.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

    /// The console translates, too: views into documents and requests into inputs. Sealed types in between would say
    /// each of their fields a third time and decide nothing.
    @TestFactory
    Stream<DynamicTest> the_house_rules_hold() {
        return HouseRules.of("dev.caravan.orchestrator")
                .pure(
                        "dev.caravan.orchestrator.runbook",
                        "dev.caravan.orchestrator.runbook.lint..",
                        "dev.caravan.orchestrator.runbook.text..",
                        "dev.caravan.orchestrator.run..",
                        "dev.caravan.orchestrator.ledger..")
                .translating(
                        "..messaging..",
                        "..console.documents..",
                        "..console.rest..",
                        "..console.views..",
                        "..console.writes..")
                .printing("..cli..")
                .tests();
    }
}
