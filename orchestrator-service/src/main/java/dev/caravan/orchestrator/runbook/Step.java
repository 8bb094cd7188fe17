package dev.caravan.orchestrator.runbook;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One step of a runbook.
///
/// @param guide numbers of the guide's steps that it covers: `4`, `M1.2`
/// @param needs steps that must be over before it starts
/// @param when whether it is done at all; asked when all needs are over
/// @param at not before
/// @param ahead before `at`, where it has to start so early
/// @param by starts before, unless a person says so; if it is over later, or is going to be, that is told
public record Step(
        StepId id,
        PhaseId phase,
        String title,
        List<String> guide,
        Set<StepId> needs,
        Optional<Condition> when,
        Optional<Moment> at,
        Optional<Ahead> ahead,
        Optional<Moment> by,
        BackOut backOut,
        Work work) {
    public Step {
        guide = List.copyOf(guide);
        needs = Written.set(needs);
    }
}
