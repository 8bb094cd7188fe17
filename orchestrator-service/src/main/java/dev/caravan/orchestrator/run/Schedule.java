package dev.caravan.orchestrator.run;

import java.time.Instant;
import java.util.Optional;

/// When a step is planned to start, and what stands against the plan.
///
/// @param start not before; empty where the runbook says nothing, or it cannot be reckoned yet
/// @param tooNear of an open gate that confirms T0
/// @param late when a step that is under way is going to be over, if that is after its `by`
public record Schedule(Optional<Instant> start, Optional<TooNear> tooNear, Optional<Instant> late) {

    static final Schedule NONE = new Schedule(Optional.empty(), Optional.empty(), Optional.empty());
}
