package dev.caravan.launcher.demo;

import dev.caravan.launcher.Unusable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was asked of a demo.
///
/// @param worlds folders; none = the sample that ships with the simulator
/// @param runbook name of one that ships, or a file
/// @param start where the simulated clock begins
/// @param speed simulated seconds per second
/// @param exit stop when every run has ended
/// @param backOutAt a step's id, or the number of a step of the guide
/// @param data where the processes keep their files
/// @param keep leave them there
/// @param restart start a process again that has died
/// @param decisions what people decide when the runs are created, by name; the rest has its default
record DemoOptions(
        List<Path> worlds,
        String runbook,
        Instant start,
        double speed,
        boolean exit,
        Optional<Path> dump,
        Optional<Path> report,
        Optional<String> backOutAt,
        int ports,
        Optional<Path> data,
        boolean keep,
        boolean restart,
        List<FaultWish> faults,
        Map<String, String> decisions) {

    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    static final double SPEED = 60;

    private static final double SPEED_MAX = 100_000;

    DemoOptions {
        if (!(speed > 0 && speed <= SPEED_MAX)) {
            throw new Unusable("--speed " + speed + ": a clock goes forward, at most " + SPEED_MAX + " times as fast.");
        }
        worlds = List.copyOf(worlds);
        faults = List.copyOf(faults);
        decisions = Map.copyOf(decisions);
    }
}
