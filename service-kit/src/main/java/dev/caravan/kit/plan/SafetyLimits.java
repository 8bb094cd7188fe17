package dev.caravan.kit.plan;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// How much of what exists one plan may touch without people having approved it. Objects that a plan creates do not
/// count; below a handful of objects a share says nothing and every plan passes.
///
/// @param updatesPercentMax share of the observed objects that may be altered, in percent
/// @param removalsPercentMax share of the observed objects that may lose a property altogether, in percent
/// @param observedMin from how many observed objects on the shares are enforced
public record SafetyLimits(int updatesPercentMax, int removalsPercentMax, int observedMin) {

    /// What holds unless a handler knows better: 30 % altered, 30 % removed, from 10 objects on.
    public static final SafetyLimits STANDARD = new SafetyLimits(30, 30, 10);

    /// For commands whose extent is given by recorded changes, such as every undo.
    public static final SafetyLimits NONE = new SafetyLimits(100, 100, Integer.MAX_VALUE);

    public SafetyLimits {
        requirePercent("updatesPercentMax", updatesPercentMax);
        requirePercent("removalsPercentMax", removalsPercentMax);
        if (observedMin < 1) {
            throw new IllegalArgumentException("observedMin: must be 1 or more, is " + observedMin);
        }
    }

    /// Why the plan is too large, with the counts; empty when it is not.
    public Optional<String> excess(Plan plan) {
        if (plan.observed() < observedMin) {
            return Optional.empty();
        }
        var removed = objects(plan.changes(), Change::isRemoval);
        var updated = objects(plan.changes(), change -> !change.isCreation() && !change.isRemoval());
        return excess("remove", removed.size(), removalsPercentMax, plan.observed())
                .or(() -> excess("alter", updated.size(), updatesPercentMax, plan.observed()));
    }

    private static Optional<String> excess(String verb, int touched, int percentMax, int observed) {
        return touched * 100L > (long) percentMax * observed
                ? Optional.of(
                        "would %s %d of %d objects, more than %d %%".formatted(verb, touched, observed, percentMax))
                : Optional.empty();
    }

    private static Set<List<String>> objects(List<Change> changes, Predicate<Change> which) {
        return changes.stream()
                .filter(which)
                .map(change -> List.of(change.kind(), change.id()))
                .collect(toSet());
    }

    private static void requirePercent(String name, int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException(name + ": must be 0 to 100 percent, is " + percent);
        }
    }
}
