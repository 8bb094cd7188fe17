package dev.caravan.launcher.pace;

import dev.caravan.launcher.simulation.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that the decision to skip rests on, seen in one round of questions.
///
/// @param clock as it was before any of the others was asked
/// @param allUp every process is ready and has answered
/// @param paces by process
/// @param peopleBusy the stand-in still has something to answer or to do
public record Look(Clock clock, boolean allUp, SortedMap<String, Pace> paces, boolean peopleBusy) {

    public Look(Clock clock, boolean allUp, Map<String, Pace> paces, boolean peopleBusy) {
        this(clock, allUp, new TreeMap<>(paces), peopleBusy);
    }

    boolean quiet() {
        return clock.running()
                && allUp
                && !peopleBusy
                && paces.values().stream().noneMatch(pace -> pace.busy() || pace.inFlight() > 0);
    }

    /// Whether nothing at all was done between the two looks.
    boolean sameAs(Look earlier) {
        return clock.epoch() == earlier.clock.epoch() && activities().equals(earlier.activities());
    }

    Optional<Instant> nextDue() {
        return paces.values().stream()
                .map(Pace::nextDue)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    private SortedMap<String, Long> activities() {
        var activities = new TreeMap<String, Long>();
        paces.forEach((process, pace) -> activities.put(process, pace.activity()));
        return activities;
    }
}
