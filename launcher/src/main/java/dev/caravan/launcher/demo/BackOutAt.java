package dev.caravan.launcher.demo;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.StepView;
import java.util.stream.Collectors;

/// After which step a run is backed out: a step's id, or a step of the guide, meaning the last step that covers it.
final class BackOutAt {

    private static final int GUIDE_FIRST = 1;
    private static final int GUIDE_LAST = 96;

    private BackOutAt() {}

    /// The step's id. [Unusable] when the runbook has no such step.
    static String stepOf(RunView run, String written) {
        if (!written.chars().allMatch(Character::isDigit)) {
            return run.step(written)
                    .map(StepView::stepId)
                    .orElseThrow(() -> new Unusable("--back-out-at " + written + ": the runbook " + run.runbook()
                            + " has no such step; it has " + ids(run)));
        }
        requireGuideNumber(written);
        return run.steps().reversed().stream()
                .filter(step -> step.guide().contains(written))
                .map(StepView::stepId)
                .findFirst()
                .orElseThrow(() -> new Unusable("--back-out-at " + written + ": no step of the runbook " + run.runbook()
                        + " covers that step of the guide"));
    }

    private static void requireGuideNumber(String written) {
        var number = written.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(written);
        if (number < GUIDE_FIRST || number > GUIDE_LAST) {
            throw new Unusable("--back-out-at " + written + ": the guide's steps on the way forward are " + GUIDE_FIRST
                    + " to " + GUIDE_LAST);
        }
    }

    private static String ids(RunView run) {
        return run.steps().stream().map(StepView::stepId).collect(Collectors.joining(", "));
    }
}
