package dev.caravan.launcher.standin;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Answers gates and tasks, tries failed steps again a few times, and never skips anything.
///
/// A request that another answer has overtaken is refused by the API and looked at again: the views that this rests on
/// are always a little behind.
public final class StandIn {

    private static final int RETRIES_MAX = 3;
    private static final int REFUSALS_MAX = 20;
    private static final int SENTENCES_MAX = 6;

    private final Runs runs;
    private final Set<String> mine;
    private final Consumer<String> say;
    private final List<Given> given = new ArrayList<>();
    private final Map<String, Integer> retries = new HashMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Map<String, String> givenUp = new HashMap<>();

    /// @param mine ids of the runs that it plays in; those of others are left to them
    /// @param say hears a line for each thing that it does
    public StandIn(Runs runs, Set<String> mine, Consumer<String> say) {
        this.runs = runs;
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
                meet(open, requesterOf(open, views), now);
                busy = true;
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

    /// Everything said so far, in order.
    public List<Given> given() {
        return List.copyOf(given);
    }

    /// Runs that it does not know how to help any more, with the reason.
    public Map<String, String> givenUp() {
        return Map.copyOf(givenUp);
    }

    private void meet(Waiting open, String requestedBy, Instant now) throws IOException {
        if (open.gate()) {
            approve(open, requestedBy, now);
        } else {
            carryOut(open, now);
        }
    }

    private void approve(Waiting gate, String requestedBy, Instant now) throws IOException {
        var person = Cast.approver(gate.approvedBy(), requestedBy);
        var plan = gate.planHash().isEmpty() ? Plan.NONE : runs.plan(gate.runId(), gate.stepId());
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

    private void carryOut(Waiting task, Instant now) throws IOException {
        var person = Cast.assignee(task.assignee() == null ? "" : task.assignee());
        var asked = task.evidence().isBlank() ? "Note" : task.evidence();
        var evidence = "%s: %s/%s, by %s at %s".formatted(asked, task.runId(), task.stepId(), person, now);
        var reply = runs.answer(task.runId(), task.stepId(), "Done as described.", evidence, person);
        note(
                reply,
                task.runId(),
                task.stepId(),
                person + " answers " + task.stepId() + " (" + evidence + ")",
                new Given(task.runId(), task.stepId(), "answer", person, "Done as described.", evidence, "", now));
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
