package dev.caravan.mailbox.pairing;

import dev.caravan.kit.plan.Conflict;
import java.util.List;

/// Something about an object that only a person can settle. It stands in the way of that object alone.
final class Problem {

    private Problem() {}

    static Conflict of(Profile source, String property, List<String> observed, String sentence) {
        return new Conflict(
                source.kind().word(), source.guid(), property, observed, source.displayName() + ": " + sentence);
    }
}
