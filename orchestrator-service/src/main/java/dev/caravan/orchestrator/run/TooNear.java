package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Instructions;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.time.ZoneId;

/// T0 is so near that a step which has to start ahead of it should have started already.
///
/// @param start when it should have started
/// @param earliestT0 the first day, at the time of day of the T0 that is too near, on which the step could start in
///     time
public record TooNear(StepId step, Instant start, Instant earliestT0) {

    /// For the people who confirm T0.
    public String sentence(ZoneId zone) {
        return "T0 is too near: `%s` had to start by %s. The earliest T0 that leaves it time is %s."
                .formatted(step, Instructions.readable(start, zone), Instructions.readable(earliestT0, zone));
    }
}
