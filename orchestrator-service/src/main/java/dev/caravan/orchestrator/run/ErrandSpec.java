package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.Interval;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.Retry;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The commands of an errand, whether it does a step, previews it or takes it back.
///
/// @param timeout of one attempt
/// @param asking of a check: its pauses
record ErrandSpec(
        CommandName command,
        Map<String, Object> with,
        RoleName on,
        Optional<Over> over,
        int chunk,
        int window,
        Retry retry,
        Duration timeout,
        Optional<Interval> asking) {

    static ErrandSpec of(Step step, Errand errand, Limits limits) {
        return switch (step.work()) {
            case Work.Command command when errand instanceof Errand.Undo -> undo(step, command, limits);
            case Work.Command command -> command(command);
            case Work.Check check -> check(check, limits);
            case Work.Task _, Work.Gate _, Work.Wait _ ->
                throw new IllegalArgumentException("step " + step.id() + " issues no commands");
        };
    }

    private static ErrandSpec command(Work.Command work) {
        return new ErrandSpec(
                work.command(),
                work.with(),
                work.on(),
                work.over(),
                work.chunk(),
                work.window(),
                work.retry(),
                work.timeout(),
                Optional.empty());
    }

    private static ErrandSpec check(Work.Check work, Limits limits) {
        return new ErrandSpec(
                work.command(),
                work.with(),
                work.on(),
                work.over(),
                work.chunk(),
                limits.checkWindowMax(),
                work.retry(),
                limits.askTimeoutMax(),
                Optional.of(work.every()));
    }

    private static ErrandSpec undo(Step step, Work.Command work, Limits limits) {
        if (!(step.backOut() instanceof BackOut.Undo undo)) {
            throw new IllegalArgumentException("step " + step.id() + " has no undo");
        }
        return new ErrandSpec(
                undo.command(),
                Map.of(),
                undo.on(),
                Optional.of(new Over.ChangesOf(step.id())),
                limits.undoChunkMax(),
                work.window(),
                work.retry(),
                work.timeout(),
                Optional.empty());
    }
}
