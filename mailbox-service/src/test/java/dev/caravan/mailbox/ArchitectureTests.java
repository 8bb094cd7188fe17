package dev.caravan.mailbox;

import dev.caravan.kit.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> the_house_rules_hold() {
        return HouseRules.of("dev.caravan.mailbox")
                .pure(
                        "..address..",
                        "..reference..",
                        "..forwarding..",
                        "..pairing..",
                        "..access..",
                        "..account..",
                        "..arrival..",
                        "..trial..",
                        "..contact..")
                .translating("..messaging..")
                .tests();
    }
}
