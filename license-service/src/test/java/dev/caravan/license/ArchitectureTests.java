package dev.caravan.license;

import dev.caravan.kit.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> the_house_rules_hold() {
        return HouseRules.of("dev.caravan.license")
                .pure("..project..", "..item..", "..pass..", "..chat..")
                .translating("..messaging..")
                .tests();
    }
}
