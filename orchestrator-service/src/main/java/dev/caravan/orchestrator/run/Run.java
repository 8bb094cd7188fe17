package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Instructions;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One execution of a runbook for one customer: the folded value of its inputs. It holds counts, open chunks and
/// timers, never per-object data, so that ten thousand waiting runs cost little.
///
/// @param decisions answers so far, given at creation, by default or at gates
/// @param steps those that have left their initial state
/// @param facts what finished steps told, where the runbook speaks of it
/// @param timers those that act now; none while the run is paused or parked
/// @param inputs requests folded last, newest first
/// @param sequence of the event told last
public record Run(
        Charter charter,
        Cutover cutover,
        Map<DecisionName, String> decisions,
        RunState state,
        Map<StepId, StepState> steps,
        Map<StepId, Map<String, Object>> facts,
        Map<TimerName, Instant> timers,
        List<FoldedInput> inputs,
        long sequence,
        Optional<Instant> endedAt) {

    private static final int INPUTS_MAX = 32;

    public Run {
        decisions = Ordered.copy(decisions);
        steps = Ordered.copy(steps);
        facts = Ordered.copy(facts);
        timers = Ordered.copy(timers);
        inputs = List.copyOf(inputs);
    }

    /// What there is before the first input is folded.
    public static Run from(RunInput.Created created) {
        var charter = new Charter(
                created.runId(),
                created.title(),
                created.customerId(),
                created.runbook(),
                created.runbookHash(),
                created.connections(),
                created.domains(),
                created.zone(),
                created.by(),
                created.at());
        return new Run(
                charter,
                new Cutover(created.t0(), false),
                created.decisions(),
                new RunState.Running(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                0,
                Optional.empty());
    }

    public RunId id() {
        return charter.id();
    }

    public StepState step(StepId id) {
        return steps.getOrDefault(id, StepState.Pending.FIRST);
    }

    /// How far an errand has come, while it is under way.
    public Optional<Progress> progress(Errand errand) {
        var state = step(holder(errand));
        return switch (errand) {
            case Errand.Forward _ when state instanceof StepState.Working working -> Optional.of(working.progress());
            case Errand.Forward _ when state instanceof StepState.Stopping stopping -> Optional.of(stopping.progress());
            case Errand.Undo _ when state instanceof StepState.Undoing undoing -> Optional.of(undoing.progress());
            case Errand.Preview preview
            when state instanceof StepState.Previewing previewing
                    && previewing.step().equals(preview.step()) -> Optional.of(previewing.progress());
            case Errand.Forward _, Errand.Undo _, Errand.Preview _ -> Optional.empty();
        };
    }

    /// Whether this request has been folded already.
    public boolean hasFolded(InputId input) {
        return inputs.stream().anyMatch(folded -> folded.id().equals(input));
    }

    /// Words for people with everything filled in that the run knows.
    public String filled(String words) {
        return Asked.filled(words, this);
    }

    /// An instant as people of the customer read it.
    public String readable(Instant instant) {
        return Instructions.readable(instant, charter.zone());
    }

    // ---- changed copies ------------------------------------------------------------------------------------------

    Run with(RunState now) {
        return new Run(charter, cutover, decisions, now, steps, facts, timers, inputs, sequence, endedAt);
    }

    Run with(Cutover now) {
        return new Run(charter, now, decisions, state, steps, facts, timers, inputs, sequence, endedAt);
    }

    Run with(StepId step, StepState now) {
        if (step(step).equals(now)) {
            return this;
        }
        var changed = Ordered.changed(steps, all -> {
            if (now.equals(StepState.Pending.FIRST)) {
                all.remove(step);
            } else {
                all.put(step, now);
            }
        });
        return new Run(charter, cutover, decisions, state, changed, facts, timers, inputs, sequence, endedAt);
    }

    /// The errand is under way, so its step is in a state that holds its progress.
    Run with(Errand errand, Progress now) {
        var holder = holder(errand);
        var changed = switch (step(holder)) {
            case StepState.Working working -> working.advance(now);
            case StepState.Stopping stopping -> stopping.advance(now);
            case StepState.Undoing undoing -> undoing.advance(now);
            case StepState.Previewing previewing -> previewing.advance(now);
            case StepState other -> throw new IllegalStateException(errand + " is not under way: " + other);
        };
        return with(holder, changed);
    }

    Run withFacts(StepId step, Map<String, Object> told) {
        var changed = Ordered.with(facts, step, told);
        return new Run(charter, cutover, decisions, state, steps, changed, timers, inputs, sequence, endedAt);
    }

    Run withDecisions(Map<DecisionName, String> now) {
        return new Run(charter, cutover, now, state, steps, facts, timers, inputs, sequence, endedAt);
    }

    Run withTimers(Map<TimerName, Instant> now) {
        return new Run(charter, cutover, decisions, state, steps, facts, now, inputs, sequence, endedAt);
    }

    Run folded(FoldedInput input) {
        var window = new ArrayList<FoldedInput>();
        window.add(input);
        window.addAll(inputs.subList(0, Math.min(inputs.size(), INPUTS_MAX - 1)));
        return new Run(charter, cutover, decisions, state, steps, facts, timers, window, sequence, endedAt);
    }

    Run told(int events) {
        return new Run(charter, cutover, decisions, state, steps, facts, timers, inputs, sequence + events, endedAt);
    }

    Run ended(Optional<Instant> at) {
        return new Run(charter, cutover, decisions, state, steps, facts, timers, inputs, sequence, at);
    }

    private static StepId holder(Errand errand) {
        return switch (errand) {
            case Errand.Forward(var step) -> step;
            case Errand.Undo(var step) -> step;
            case Errand.Preview preview -> preview.gate();
        };
    }
}
