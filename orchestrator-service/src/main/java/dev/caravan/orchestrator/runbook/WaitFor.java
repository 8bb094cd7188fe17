package dev.caravan.orchestrator.runbook;

import java.time.Duration;

/// What a `wait` step waits for.
public sealed interface WaitFor {

    /// A moment relative to T0; moves with T0.
    record Until(Moment moment) implements WaitFor {}

    /// So long after the step could start.
    record Elapsed(Duration duration) implements WaitFor {}

    /// So many seconds after the step could start, reckoned from what earlier steps told.
    record Seconds(Expression seconds) implements WaitFor {}
}
