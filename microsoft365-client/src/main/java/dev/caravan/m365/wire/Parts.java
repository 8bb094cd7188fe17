package dev.caravan.m365.wire;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// The parts of a batch, told apart by their number: a host answers them in any order, or not at all.
public final class Parts {

    private Parts() {}

    /// What a part is called.
    ///
    /// @param number from 0
    public static String id(int number) {
        return String.valueOf(number + 1);
    }

    /// What was answered to each part, by [#id]; nothing when the answer is not that to a batch.
    public static Optional<Map<String, Answer>> in(Answer answer) {
        return answer.json().filter(json -> json.path("responses").isArray()).map(Parts::byId);
    }

    private static Map<String, Answer> byId(ObjectNode answered) {
        return answered.path("responses")
                .valueStream()
                .filter(part -> part.path("status").isInt())
                .collect(Collectors.toMap(part -> part.path("id").asString(""), Answer::ofPart, (_, later) -> later));
    }
}
