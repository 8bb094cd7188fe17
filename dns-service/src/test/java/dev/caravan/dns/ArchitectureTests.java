package dev.caravan.dns;

import dev.caravan.kit.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> house_rules() {
        return HouseRules.of("dev.caravan.dns")
                .pure("..zone..", "..domain..")
                .translating("..messaging..")
                .tests();
    }
}
