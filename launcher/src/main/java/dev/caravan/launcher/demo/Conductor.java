package dev.caravan.launcher.demo;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.pace.Look;
import dev.caravan.launcher.pace.Pacing;
import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.progress.Story;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.simulation.Clock;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.standin.StandIn;
import dev.caravan.launcher.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks, lets the stand-in act, shows progress and skips the clock, round after round, until every run has ended.
final class Conductor {

    private static final Duration ROUND = Duration.ofMillis(100);
    /// A process that is being restarted does not answer for a while.
    private static final Duration SILENCE_MAX = Duration.ofSeconds(120);
    /// Rounds in a row in which nothing could ever happen again; views may still be on their way in the first ones.
    private static final int STUCK_ROUNDS_MAX = 50;

    private final Fleet fleet;
    private final Simulation simulation;
    private final Runs runs;
    private final Lookout lookout;
    private final StandIn standIn;
    private final Story story;
    private final Terminal terminal;
    /// Id of the step after which each run is backed out, by run.
    private final Map<String, String> backOutAfter;

    private final Set<String> mine;
    private final boolean endsWhenOneIsLost;
    private final Set<String> backOutAsked = new HashSet<>();
    private final Map<String, RunView> told = new HashMap<>();
    private final AwaitedMail mail = new AwaitedMail();
    private @Nullable Look earlier;
    private int stuckRounds;
    private long answeredAt = System.nanoTime();

    Conductor(
            Fleet fleet,
            Simulation simulation,
            Runs runs,
            Lookout lookout,
            StandIn standIn,
            Terminal terminal,
            Set<String> mine,
            Map<String, String> backOutAfter,
            boolean endsWhenOneIsLost) {
        this.fleet = fleet;
        this.simulation = simulation;
        this.runs = runs;
        this.lookout = lookout;
        this.standIn = standIn;
        this.terminal = terminal;
        this.mine = Set.copyOf(mine);
        this.backOutAfter = Map.copyOf(backOutAfter);
        this.endsWhenOneIsLost = endsWhenOneIsLost;
        this.story = new Story(mine.size() > 1);
    }

    /// Rounds until the runs have ended.
    Ending conduct() throws InterruptedException {
        while (true) {
            var ending = guardedRound();
            if (ending != null) {
                terminal.status("");
                return ending;
            }
            Thread.sleep(ROUND);
        }
    }

    /// Rounds for as long as the demo stays open: the clock still skips for runs that people create by hand.
    void stayOpen() throws InterruptedException {
        while (true) {
            guardedRound();
            Thread.sleep(ROUND);
        }
    }

    private @Nullable Ending guardedRound() {
        requireAll();
        try {
            var ending = round();
            answeredAt = System.nanoTime();
            return ending;
        } catch (IOException silent) {
            earlier = null;
            if (fleet.lost().isEmpty() && System.nanoTime() - answeredAt > SILENCE_MAX.toNanos()) {
                throw new Unusable("Nobody answers any more: " + silent.getMessage(), silent);
            }
            return null;
        }
    }

    private void requireAll() {
        if (fleet.broken().isDone()) {
            throw fleet.broken().join();
        }
        var lost = fleet.lost();
        if (endsWhenOneIsLost && !lost.isEmpty()) {
            throw new Unusable(String.join(", ", lost) + " died, and --no-restart leaves it so: the runs cannot end.");
        }
    }

    private @Nullable Ending round() throws IOException {
        var clock = lookout.clock();
        var views = lookout.views();
        tell(views, clock);
        var peopleBusy = standIn.act(runs.waiting(), views, clock.now().truncatedTo(ChronoUnit.SECONDS));
        peopleBusy |= askForBackOut(views, clock);
        var own = views.stream().filter(view -> mine.contains(view.runId())).toList();
        var wakeAt = standIn.nextLook();
        if (own.size() == mine.size() && own.stream().allMatch(this::over)) {
            var ending = ending(own);
            if (ending instanceof Ending.Halted || !isMailUnderWay(clock)) {
                return ending;
            }
            wakeAt = Optional.of(mail.lookAt(clock.now()));
        }
        return pace(lookout.look(clock, peopleBusy, wakeAt), own);
    }

    private boolean isMailUnderWay(Clock clock) throws IOException {
        return mail.isUnderWay(clock.now(), simulation.summary().messages().getOrDefault("deferred", 0L));
    }

    private boolean over(RunView view) {
        return standIn.givenUp().containsKey(view.runId())
                || view.backedOut()
                || view.completed() && !backOutAfter.containsKey(view.runId());
    }

    private Ending ending(List<RunView> own) {
        var why = own.stream()
                .filter(view -> standIn.givenUp().containsKey(view.runId()))
                .map(view -> view.title() + ": " + standIn.givenUp().get(view.runId()))
                .collect(Collectors.joining("\n"));
        return why.isEmpty() ? new Ending.Reached() : new Ending.Halted(why);
    }

    private @Nullable Ending pace(Look now, List<RunView> own) throws IOException {
        var before = earlier;
        earlier = now;
        var decision = before == null ? new Pacing.Decision.Wait() : Pacing.decide(before, now);
        switch (decision) {
            case Pacing.Decision.Skip(var to, var epoch) -> {
                simulation.skip(to, epoch);
                earlier = null;
                stuckRounds = 0;
            }
            case Pacing.Decision.Wait() -> stuckRounds = 0;
            case Pacing.Decision.Stuck() -> stuckRounds++;
        }
        return stuckRounds > STUCK_ROUNDS_MAX ? new Ending.Halted(stuck(own)) : null;
    }

    private static String stuck(List<RunView> own) {
        return own.stream()
                .filter(view -> !view.ended())
                .map(view ->
                        view.title() + " waits for something that never comes: it is " + view.state() + ", open are "
                                + view.steps().stream()
                                        .filter(step -> step.startedAt() != null && step.endedAt() == null)
                                        .map(step -> step.stepId() + " (" + step.waitsFor() + ")")
                                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    private boolean askForBackOut(List<RunView> views, Clock clock) throws IOException {
        var busy = false;
        for (var view : views) {
            var after = backOutAfter.get(view.runId());
            if (after != null && !backOutAsked.contains(view.runId()) && finished(view, after)) {
                busy = true;
                if (standIn.backOut(
                        view,
                        "the demo was asked to back out after " + after,
                        clock.now().truncatedTo(ChronoUnit.SECONDS))) {
                    backOutAsked.add(view.runId());
                }
            }
        }
        return busy;
    }

    private static boolean finished(RunView view, String stepId) {
        return view.step(stepId).filter(step -> step.finished()).isPresent();
    }

    private void tell(List<RunView> views, Clock clock) {
        for (var view : views) {
            story.lines(told.put(view.runId(), view), view).forEach(terminal::line);
        }
        terminal.status(Story.status(views, clock.now()));
    }
}
