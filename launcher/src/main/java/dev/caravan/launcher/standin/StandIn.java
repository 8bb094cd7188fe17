package dev.caravan.launcher.standin;

import dev.caravan.launcher.runs.ChangeByHand;
import dev.caravan.launcher.runs.Plan;
import dev.caravan.launcher.runs.Reply;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.runs.StepView;
import dev.caravan.launcher.runs.Waiting;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Answers gates and tasks, moves a T0 that is too near, tries failed steps again a few times, and never skips
/// anything. A task is answered with what was seen when its acts were done; one that cannot be done is never answered,
/// and ends the run.
///
/// A request that another answer has overtaken is refused by the API and looked at again: the views that this rests on
/// are always a little behind.
public final class StandIn {

    private static final int RETRIES_MAX = 3;
    private static final int REFUSALS_MAX = 20;
    private static final int SENTENCES_MAX = 6;
    private static final String TOO_NEAR = "T0 was too near for what has to be done before";
    private static final String ANSWER = "Done as described.";

    private final Runs runs;
    private final Hands hands;
    private final Set<String> mine;
    private final Consumer<String> say;
    private final Set<String> losses = new HashSet<>();
    private final List<Given> given = new ArrayList<>();
    private final Map<String, Integer> retries = new HashMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Map<String, String> givenUp = new HashMap<>();

    /// @param mine ids of the runs that it plays in; those of others are left to them
    /// @param say hears a line for each thing that it does
    public StandIn(Runs runs, Hands hands, Set<String> mine, Consumer<String> say) {
        this.runs = runs;
        this.hands = hands;
        this.mine = Set.copyOf(mine);
        this.say = say;
    }

    /// Does what there is to do; true when there was something.
    ///
    /// @param now simulated
    public boolean act(List<Waiting> waiting, List<RunView> views, Instant now) throws IOException {
        var busy = false;
        for (var open : waiting) {
            if (mine.contains(open.runId()) && !givenUp.containsKey(open.runId())) {
                busy |= meet(open, requesterOf(open, views), now);
            }
        }
        for (var view : views) {
            if (mine.contains(view.runId()) && view.halted() && !givenUp.containsKey(view.runId())) {
                tryAgain(view, now);
                busy = true;
            }
        }
        return busy;
    }

    /// Asks for the run to be backed out; false when the run does not let it.
    public boolean backOut(RunView view, String because, Instant now) throws IOException {
        var reply = runs.backOut(view.runId(), because, Cast.REQUESTER);
        note(
                reply,
                view.runId(),
                "back-out",
                Cast.REQUESTER + " asks for the back-out of " + view.title() + ": " + because,
                new Given(view.runId(), "", "back-out", Cast.REQUESTER, because, "", "", now));
        return reply instanceof Reply.Folded;
    }

    /// When it looks again at what was not there yet when a task was done; empty while it waits for nothing.
    public Optional<Instant> nextLook() {
        return hands.nextLook();
    }

    /// Everything said so far, in order.
    public List<Given> given() {
        return List.copyOf(given);
    }

    /// Runs that it does not know how to help any more, with the reason.
    public Map<String, String> givenUp() {
        return Map.copyOf(givenUp);
    }

    /// False when it is the world's turn.
    private boolean meet(Waiting open, String requestedBy, Instant now) throws IOException {
        if (!open.gate()) {
            return carryOut(open, now);
        }
        if (open.earliestT0() == null) {
            approve(open, requestedBy, now);
        } else {
            moveT0(open, open.earliestT0(), now);
        }
        return true;
    }

    /// Nobody is in a hurry: what needs its time gets it.
    private void moveT0(Waiting gate, Instant t0, Instant now) throws IOException {
        note(
                runs.moveT0(gate.runId(), t0, TOO_NEAR, Cast.REQUESTER),
                gate.runId(),
                gate.stepId(),
                "%s moves T0 to %s: %s".formatted(Cast.REQUESTER, t0, TOO_NEAR),
                new Given(gate.runId(), gate.stepId(), "move-t0", Cast.REQUESTER, TOO_NEAR, "", "", now));
    }

    private void approve(Waiting gate, String requestedBy, Instant now) throws IOException {
        var person = Cast.approver(gate.approvedBy(), requestedBy);
        var plan = gate.planHash().isEmpty() ? Plan.NONE : runs.plan(gate.runId(), gate.stepId());
        readLosses(gate.runId(), person);
        var decisions = new TreeMap<String, String>();
        gate.decides().forEach(decision -> decisions.put(decision.name(), decision.unopinionated()));
        read(gate, plan, person);
        var answer = decisions.isEmpty() ? "approved" : "approved with " + decisions;
        note(
                runs.approve(gate.runId(), gate.stepId(), plan.hash(), decisions, person),
                gate.runId(),
                gate.stepId(),
                person + " says: " + gate.stepId() + " " + answer,
                new Given(gate.runId(), gate.stepId(), "approve", person, answer, "", plan.hash(), now));
    }

    /// The first who reads a plan reads it aloud.
    private void read(Waiting gate, Plan plan, String person) {
        if (plan.changes().isEmpty() || !gate.approvedBy().isEmpty()) {
            return;
        }
        say.accept("%s reads the plan of %s, %d changes:".formatted(person, gate.stepId(), plan.total()));
        plan.changes().stream().limit(SENTENCES_MAX).forEach(change -> say.accept("  " + change.sentence()));
        if (plan.total() > SENTENCES_MAX) {
            say.accept("  … and " + (plan.total() - SENTENCES_MAX) + " more");
        }
    }

    /// Who approves first has read what cannot be taken back.
    private void readLosses(String runId, String person) throws IOException {
        if (losses.add(runId)) {
            runs.losses(runId)
                    .forEach(loss -> say.accept("%s reads that %s cannot be taken back: %s"
                            .formatted(person, loss.stepId(), loss.reason())));
        }
    }

    private boolean carryOut(Waiting task, Instant now) throws IOException {
        var person = Cast.assignee(task.assignee() == null ? "" : task.assignee());
        switch (hands.perform(task, person, now)) {
            case Deed.Done(var evidence, var changes) ->
                note(
                        runs.answer(task.runId(), task.stepId(), ANSWER, evidence, reported(task, changes), person),
                        task.runId(),
                        task.stepId(),
                        person + " answers " + task.stepId(),
                        new Given(task.runId(), task.stepId(), "answer", person, ANSWER, evidence, "", now));
            case Deed.NotYet _ -> {
                return false;
            }
            case Deed.Impossible(var why) -> giveUp(task.runId(), person + " cannot do " + task.stepId() + ": " + why);
        }
        return true;
    }

    /// What is taken back is recorded already.
    private static List<ChangeByHand> reported(Waiting task, List<ChangeByHand> changes) {
        return task.takesBack() ? List.of() : changes;
    }

    private void tryAgain(RunView view, Instant now) throws IOException {
        var failed = view.steps().stream().filter(StepView::failed).toList();
        if (view.parked() || failed.isEmpty()) {
            giveUp(view.runId(), "it is " + view.state() + (view.detail().isBlank() ? "" : ": " + view.detail()));
            return;
        }
        for (var step : failed) {
            if (retries.merge(view.runId() + "/" + step.stepId(), 1, Integer::sum) > RETRIES_MAX) {
                giveUp(view.runId(), step.stepId() + " failed " + RETRIES_MAX + " times more: " + step.reason());
                return;
            }
            note(
                    runs.retry(view.runId(), step.stepId(), Cast.engineer()),
                    view.runId(),
                    step.stepId(),
                    Cast.engineer() + " tries " + step.stepId() + " again (" + step.reason() + ")",
                    new Given(view.runId(), step.stepId(), "retry", Cast.engineer(), step.reason(), "", "", now));
        }
    }

    private void note(Reply reply, String runId, String stepId, String line, Given said) {
        switch (reply) {
            case Reply.Folded() -> {
                given.add(said);
                say.accept(line);
            }
            case Reply.Refused(var code, var reason) -> {
                if (refusals.merge(runId + "/" + stepId, 1, Integer::sum) > REFUSALS_MAX) {
                    giveUp(runId, stepId + " keeps refusing (" + code + "): " + reason);
                }
            }
        }
    }

    private void giveUp(String runId, String why) {
        givenUp.put(runId, why);
        say.accept("The stand-in gives run " + runId + " up: " + why);
    }

    private static String requesterOf(Waiting open, List<RunView> views) {
        return views.stream()
                .filter(view -> view.runId().equals(open.runId()))
                .map(RunView::requestedBy)
                .findFirst()
                .orElse(Cast.REQUESTER);
    }
}
