package dev.caravan.kit.plan;

import java.util.List;

/// All that one command would change, computed from what was observed and what is wanted. A command whose work is
/// done already plans nothing, which is what makes a redelivery harmless.
///
/// @param changes what would change, in the order in which it is applied
/// @param conflicts what is left alone because it was changed by others
/// @param observed how many objects the command saw: what [SafetyLimits] measure the changes against
public record Plan(List<Change> changes, List<Conflict> conflicts, int observed) {

    public Plan {
        changes = List.copyOf(changes);
        conflicts = List.copyOf(conflicts);
        if (observed < 0) {
            throw new IllegalArgumentException("observed: must not be negative, is " + observed);
        }
    }

    /// A plan without conflicts.
    public static Plan of(List<Change> changes, int observed) {
        return new Plan(changes, List.of(), observed);
    }

    /// Nothing is left to do.
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
