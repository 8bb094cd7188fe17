package dev.caravan.orchestrator.console.pages;

import dev.caravan.orchestrator.console.views.Urgency;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Runs that are alike in whether somebody has to look at them.
public record RunGroup(String id, String title, List<RunLine> runs) {

    /// Those that hold a run, the most urgent first.
    static List<RunGroup> of(List<RunLine> runs) {
        return Stream.of(
                        among(runs, "people", "Need a person", Urgency::needsPerson),
                        among(runs, "moving", "Go on by themselves", urgency -> urgency == Urgency.MOVING),
                        among(runs, "over", "Over", urgency -> urgency == Urgency.OVER))
                .filter(group -> !group.runs().isEmpty())
                .toList();
    }

    private static RunGroup among(List<RunLine> runs, String id, String title, Predicate<Urgency> which) {
        return new RunGroup(
                id,
                title,
                runs.stream().filter(run -> which.test(run.urgency())).toList());
    }
}
