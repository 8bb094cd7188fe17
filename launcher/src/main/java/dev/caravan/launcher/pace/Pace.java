package dev.caravan.launcher.pace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one process says of its work.
///
/// @param busy something is being done, or lies there to be done
/// @param inFlight commands without a folded outcome; only the orchestrator counts them
/// @param activity grows with everything that it does
/// @param nextDue when it will do something by itself
public record Pace(
        boolean busy,
        long inFlight,
        long activity,
        @Nullable Instant nextDue) {}
