package dev.caravan.launcher.progress;

import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.StepView;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns two looks at a run into lines about what has happened in between, and one look at all runs into a status.
public final class Story {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final boolean namesRuns;

    /// @param namesRuns there are several, so that each line has to say which
    public Story(boolean namesRuns) {
        this.namesRuns = namesRuns;
    }

    /// A line for each step whose state has changed, under the heading of its phase when that begins.
    public List<String> lines(@Nullable RunView before, RunView now) {
        var lines = new ArrayList<String>();
        for (var step : now.steps()) {
            var old = before == null ? null : before.step(step.stepId()).orElse(null);
            if (worthTelling(old, step)) {
                lines.add(line(now, step));
            }
        }
        if (before != null && !before.state().equals(now.state())) {
            lines.add(name(now) + "the run is " + words(now.state())
                    + (now.detail().isBlank() ? "" : ": " + now.detail()));
        }
        return lines;
    }

    /// What all runs do at the moment, in one line.
    public static String status(List<RunView> runs, Instant now) {
        var open = runs.stream().filter(run -> !run.ended()).toList();
        if (open.isEmpty()) {
            return "";
        }
        var zone = ZoneId.of(open.getFirst().timeZone());
        var ended = runs.stream().mapToInt(RunView::stepsEnded).sum();
        var total = runs.stream().mapToInt(RunView::stepsTotal).sum();
        var objects = runs.stream().mapToInt(RunView::objectsDone).sum();
        return "%s · %d/%d steps · %d objects · %s".formatted(moment(now, zone), ended, total, objects, doing(open));
    }

    public static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    private static String doing(List<RunView> open) {
        var working = open.stream()
                .flatMap(run -> run.steps().stream())
                .filter(step -> step.startedAt() != null && step.endedAt() == null)
                .map(step -> step.stepId() + (step.waitsFor().isBlank() ? "" : " (" + step.waitsFor() + ")"))
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return working.isEmpty() ? waiting(open) : working;
    }

    private static String waiting(List<RunView> open) {
        var zone = ZoneId.of(open.getFirst().timeZone());
        return open.stream()
                .map(RunView::nextDue)
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .map(due -> "waiting until " + moment(due, zone))
                .orElse("");
    }

    private static boolean worthTelling(@Nullable StepView old, StepView now) {
        var changed = old == null || !old.state().equals(now.state());
        return becameLate(old, now) || (changed && (now.finished() || now.failed() || now.undone()));
    }

    /// What is under way says a reason when it is going to be over too late.
    private static boolean becameLate(@Nullable StepView old, StepView now) {
        return now.working()
                && !now.reason().isEmpty()
                && (old == null || old.reason().isEmpty());
    }

    private String line(RunView run, StepView step) {
        var at = step.endedAt() == null ? "" : moment(step.endedAt(), ZoneId.of(run.timeZone()));
        return "%s%-16s %s / %s %s%s%s"
                .formatted(
                        name(run),
                        at,
                        step.phase(),
                        step.stepId(),
                        words(step.state()),
                        counts(step),
                        step.failed() || step.skipped() || step.working() ? ": " + step.reason() : "");
    }

    private static String counts(StepView step) {
        var objects = step.objectsDone() == 0 ? "" : ", " + step.objectsDone() + " objects";
        var changes = step.changes() == 0 ? "" : ", " + step.changes() + " changes";
        return objects + changes;
    }

    private String name(RunView run) {
        return namesRuns ? "[" + run.title() + "] " : "";
    }

    private static String words(String state) {
        return state.replaceAll("([a-z])([A-Z])", "$1 $2")
                .replace('-', ' ')
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }
}
