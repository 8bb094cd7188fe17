package dev.caravan.orchestrator.run;

import java.time.Instant;

/// The moment that everything is planned around.
///
/// @param isConfirmed false while it is provisional
public record Cutover(Instant t0, boolean isConfirmed) {

    Cutover movedTo(Instant moved) {
        return new Cutover(moved, isConfirmed);
    }

    Cutover confirmed() {
        return new Cutover(t0, true);
    }
}
