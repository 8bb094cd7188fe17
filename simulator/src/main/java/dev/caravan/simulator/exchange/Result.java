package dev.caravan.simulator.exchange;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What a cmdlet gives back.
///
/// @param warnings what it says without failing
record Result(List<ObjectNode> rows, List<String> warnings) {

    static Result of(List<ObjectNode> rows) {
        return new Result(rows, List.of());
    }

    static Result nothing() {
        return of(List.of());
    }

    static Result warning(String text) {
        return new Result(List.of(), List.of(text));
    }
}
