package dev.caravan.kit;

import dev.caravan.kit.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> the_house_rules_hold() {
        return HouseRules.of("dev.caravan.kit")
                .pure("dev.caravan.kit.plan..", "dev.caravan.kit.command..", "dev.caravan.kit.lanes..")
                .translating("..messaging..", "..connections..")
                .tests();
    }
}
