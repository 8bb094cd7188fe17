package dev.caravan.launcher.demo;

/// How the runs of a demo came to their end.
sealed interface Ending {

    /// Every run has.
    record Reached() implements Ending {}

    /// Some run never will.
    record Halted(String why) implements Ending {}
}
