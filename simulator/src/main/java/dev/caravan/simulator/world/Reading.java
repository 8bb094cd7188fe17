package dev.caravan.simulator.world;

import java.util.List;

/// What came of reading worlds: all of them, or all that is wrong with them.
public sealed interface Reading {

    /// They can be simulated together.
    record Loaded(Worlds worlds) implements Reading {}

    /// @param problems in the order of the worlds, their files and lines; never empty
    record Broken(List<Problem> problems) implements Reading {

        /// All problems, a line each.
        public String text() {
            return String.join("\n", problems.stream().map(Problem::toString).toList());
        }
    }
}
