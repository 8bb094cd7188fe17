package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The process of all runs of one runbook: `evolve` folds an input, `react` answers it. Two functions, because a
/// replay must be unable to issue a command again. Nothing is kept between calls, so one instance serves all threads.
public final class RunProcess {

    private final Itinerary itinerary;
    private final Requests requests;
    private final Refusals refusals;
    private final Outcomes outcomes;
    private final Dispatch dispatch;
    private final Timers timers;
    private final Settling settling;
    private final Story story;
    private final Calendar calendar;
    private final Questions questions;

    public RunProcess(Runbook runbook, Conditions conditions) {
        this(runbook, conditions, Limits.STANDARD);
    }

    public RunProcess(Runbook runbook, Conditions conditions, Limits limits) {
        this.itinerary = new Itinerary(runbook, limits);
        var asked = new Asked(conditions);
        this.calendar = new Calendar(itinerary, asked);
        this.questions = new Questions(calendar);
        this.requests = new Requests(itinerary, calendar);
        this.refusals = new Refusals(itinerary, asked, calendar);
        this.outcomes = new Outcomes(itinerary);
        this.dispatch = new Dispatch(itinerary);
        this.timers = new Timers(itinerary, outcomes);
        this.settling = new Settling(itinerary, asked);
        this.story = new Story(itinerary, questions);
    }

    /// The run after an input; the very same run when the input is late, double or concerns nothing of it. The first
    /// input of a run is folded onto [Run#from].
    public Run evolve(Run run, RunInput input) {
        var folded = fold(run, input);
        if (folded == run) {
            return run;
        }
        var settled = settling.settle(folded, input.at());
        var timed = settled.withTimers(timers.of(settled));
        return timed.told(story.of(run, timed, input).size());
    }

    /// What the world is asked for, now that the run before has become the run after through this input.
    public List<RunEffect> react(Run before, Run after, RunInput input) {
        return new Reaction(itinerary, before, after).effects(story.of(before, after, input));
    }

    /// What the person who does a task reads; empty for a step that is no task. On the way back the acts that take
    /// back what was changed are not among it: they come from the ledger.
    public Optional<OpenTask> task(Run run, StepId step) {
        return itinerary.find(step).flatMap(found -> OpenTask.of(found, run));
    }

    /// What a gate asks people now; empty for other steps.
    public String question(Run run, StepId step) {
        return itinerary.find(step).map(found -> questions.of(found, run)).orElse("");
    }

    /// When a step is planned to start, and what stands against that.
    public Schedule schedule(Run run, StepId step) {
        return itinerary
                .find(step)
                .map(found -> new Schedule(
                        calendar.earliest(found, run) instanceof Asked.Reply.Given<Optional<Instant>>(var start)
                                ? start
                                : Optional.empty(),
                        questions.tooNear(found, run),
                        Moments.late(found, run)))
                .orElse(Schedule.NONE);
    }

    /// The role of the connection that a step acts on; empty where it acts on none, or there is no such step.
    public Optional<RoleName> role(StepId step) {
        return itinerary.find(step).flatMap(Itinerary::roleOf);
    }

    /// The connection whose account a step acts on; empty where it acts on none, or the run has none of that role.
    public Optional<ConnectionRef> connection(Run run, StepId step) {
        return itinerary
                .find(step)
                .flatMap(Itinerary::roleOf)
                .flatMap(role -> Optional.ofNullable(run.charter().connections().get(role)));
    }

    /// Whether a request would be folded now: it is legal and was not folded before.
    public boolean accepts(Run run, RunInput.Request request) {
        return !run.hasFolded(request.inputId()) && refusals.of(run, request).isEmpty();
    }

    /// What a back-out now could not take back, in words.
    public List<String> losses(Run run) {
        return BackOuts.losses(run, itinerary);
    }

    private Run fold(Run run, RunInput input) {
        return switch (input) {
            case RunInput.Created created when run.sequence() > 0 -> run;
            case RunInput.Request request -> request(run, request);
            case RunInput.Answer answer -> outcomes.fold(run, answer);
            case RunInput.ChunkCut cut -> dispatch.cut(run, cut);
            case RunInput.TimerFired fired -> timers.fired(run, fired);
            case RunInput.FaultFound found ->
                run.state() instanceof RunState.Unfinished state ? run.with(state.park(found.fault())) : run;
        };
    }

    private Run request(Run run, RunInput.Request request) {
        if (run.hasFolded(request.inputId())) {
            return run;
        }
        return refusals.of(run, request)
                .map(refusal -> run.folded(new FoldedInput(request.inputId(), Optional.of(refusal))))
                .orElseGet(
                        () -> requests.fold(run, request).folded(new FoldedInput(request.inputId(), Optional.empty())));
    }
}
