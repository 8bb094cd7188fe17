package dev.caravan.launcher.bench.cutover;

import java.util.Arrays;
import java.util.Optional;

/// An API of a tenant that has a limit of its own.
enum Api {
    GRAPH("graph"),
    EXCHANGE("exchange");

    private final String word;

    Api(String word) {
        this.word = word;
    }

    /// As the simulator calls it.
    String word() {
        return word;
    }

    static Optional<Api> of(String word) {
        return Arrays.stream(values()).filter(api -> api.word.equals(word)).findFirst();
    }
}
