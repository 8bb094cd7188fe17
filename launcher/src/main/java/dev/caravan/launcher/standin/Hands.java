package dev.caravan.launcher.standin;

import dev.caravan.launcher.runs.ChangeByHand;
import dev.caravan.launcher.runs.TaskAct;
import dev.caravan.launcher.runs.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Does what tasks ask for, act by act, and says what it sees: in the portals with a person's own credential, at the
/// name servers as anybody may. What no act says it cannot do.
public final class Hands {

    /// A secondary that has missed its primary's call comes by itself within a day.
    private static final Duration PATIENCE = Duration.ofHours(24);

    /// Simulated, between two looks at what is not there yet; each is twice as long as the one before.
    private static final Duration PAUSE_FIRST = Duration.ofMinutes(1);

    private static final Duration PAUSE_MAX = Duration.ofMinutes(30);

    private static final Set<String> CHANGES = Set.of("publish", "replace", "remove");
    private static final int EVIDENCE_LENGTH_MAX = 3_900;

    private final RecordWork records;
    private final Consumer<String> say;
    private final Map<String, Begun> begun = new HashMap<>();

    /// @param say hears a line for each act
    public Hands(Customers customers, Consumer<String> say) {
        this.records = new RecordWork(customers);
        this.say = say;
    }

    /// How far a task has come.
    private static final class Begun {
        private final Instant since;
        private final List<Finding.Seen> seen = new ArrayList<>();
        private boolean made;
        private Finding.NotYet waitsFor = new Finding.NotYet("");
        private Instant nextLook;
        private Duration pause = PAUSE_FIRST;
        private @Nullable Deed over;

        Begun(Instant since) {
            this.since = since;
            this.nextLook = since;
        }

        void waitFor(Finding.NotYet what, Instant now) {
            waitsFor = what;
            nextLook = now.plus(pause);
            pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause.multipliedBy(2);
        }
    }

    /// When it looks again at what was not there yet; empty while it waits for nothing.
    Optional<Instant> nextLook() {
        return begun.values().stream()
                .filter(work -> work.over == null)
                .map(work -> work.nextLook)
                .min(Instant::compareTo);
    }

    /// @param person whose task it is
    /// @param now simulated
    Deed perform(Waiting task, String person, Instant now) throws IOException {
        if (task.acts().isEmpty()) {
            return new Deed.Impossible("it says no acts, so only a person can do it");
        }
        var key = task.runId() + "/" + task.stepId() + "/" + task.acts().hashCode();
        var work = begun.computeIfAbsent(key, _ -> new Begun(now));
        if (work.over != null) {
            return work.over;
        }
        if (now.isBefore(work.nextLook)) {
            return new Deed.NotYet(work.waitsFor.why());
        }
        var deed = perform(task.acts(), work, person, key, now);
        work.over = deed instanceof Deed.NotYet ? null : deed;
        return deed;
    }

    private Deed perform(List<TaskAct> acts, Begun work, String person, String task, Instant now) throws IOException {
        if (!work.made) {
            var objection = make(acts, person, task);
            if (objection.isPresent()) {
                return new Deed.Impossible(objection.get());
            }
            work.made = true;
        }
        return look(acts, work, person, task, now);
    }

    /// Changes what the acts change, before anything is waited for; says why it cannot.
    private Optional<String> make(List<TaskAct> acts, String person, String task) throws IOException {
        for (var act : acts) {
            if (CHANGES.contains(act.act())) {
                switch (records.make(act, person, task)) {
                    case Finding.Seen(var what, var _) -> say.accept(what);
                    case Finding.NotYet(var why) -> {
                        return Optional.of(why);
                    }
                    case Finding.Stuck(var why) -> {
                        return Optional.of(why);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Deed look(List<TaskAct> acts, Begun work, String person, String task, Instant now) throws IOException {
        for (var act : acts.subList(work.seen.size(), acts.size())) {
            switch (look(act, person, task)) {
                case Finding.Seen seen -> {
                    work.seen.add(seen);
                    say.accept(seen.what());
                }
                case Finding.NotYet notYet
                when now.isBefore(work.since.plus(PATIENCE)) -> {
                    if (!notYet.equals(work.waitsFor)) {
                        say.accept(person + " waits: " + notYet.why());
                    }
                    work.waitFor(notYet, now);
                    return new Deed.NotYet(notYet.why());
                }
                case Finding.NotYet(var why) -> {
                    return new Deed.Impossible("after %d hours still %s".formatted(PATIENCE.toHours(), why));
                }
                case Finding.Stuck(var why) -> {
                    return new Deed.Impossible(why);
                }
            }
        }
        return new Deed.Done(
                evidence(work.seen.stream().map(Finding.Seen::what).toList()),
                work.seen.stream().flatMap(seen -> seen.changes().stream()).toList());
    }

    private Finding look(TaskAct act, String person, String task) throws IOException {
        return switch (act.act()) {
            case "attest" ->
                new Finding.Seen(person + " states: " + String.join(" ", act.newValues()), List.<ChangeByHand>of());
            case "readZone" -> records.readZone(act, person);
            case "lookUp" -> records.lookUp(act);
            case String change when CHANGES.contains(change) -> records.made(act, person, task);
            case String unknown -> new Finding.Stuck("nobody here knows how to " + unknown + ": " + act.sentence());
        };
    }

    /// As much as an answer may carry; the rest was said aloud.
    private static String evidence(List<String> seen) {
        var all = String.join("\n", seen);
        return all.length() <= EVIDENCE_LENGTH_MAX
                ? all
                : all.substring(0, EVIDENCE_LENGTH_MAX) + "… (%d observations)".formatted(seen.size());
    }
}
