package dev.caravan.orchestrator.ledger;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.List;

/// One property of one object as one step of a run changed it.
///
/// However often the step planned it, the line keeps the *first* value before and the *latest* value after: what a
/// retry finds half done is our own work, and an undo must not restore that.
///
/// @param step the step that changed it
/// @param key what was changed
/// @param before the values that an undo restores; empty: the property was absent
/// @param after the values that the step wanted
/// @param sentence the change in words; for a conflict what was found instead
/// @param changedAt when the line last changed, by the run's clock
/// @param causedBy the command that told the last change of this line
public record LedgerLine(
        StepId step,
        PropertyKey key,
        List<String> before,
        List<String> after,
        LineState state,
        String sentence,
        Instant changedAt,
        String causedBy) {

    public LedgerLine {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// The line of a property that this step had not planned to change before.
    public static LedgerLine planned(StepId step, Change change, Instant at, String causedBy) {
        return new LedgerLine(
                step,
                PropertyKey.of(change),
                change.before(),
                change.after(),
                LineState.PLANNED,
                change.sentence(),
                at,
                causedBy);
    }

    /// Planned once more, by another attempt. What was taken back in between begins anew.
    public LedgerLine plannedAgain(Change change, Instant at, String command) {
        var first = state == LineState.UNDONE ? change.before() : before;
        return new LedgerLine(step, key, first, change.after(), LineState.PLANNED, change.sentence(), at, command);
    }

    /// The worker has read the change back. Says nothing of a line that was taken back meanwhile.
    public LedgerLine applied(Instant at, String command) {
        return state == LineState.PLANNED ? as(LineState.APPLIED, sentence, at, command) : this;
    }

    /// The change was taken back.
    public LedgerLine undone(Instant at, String command) {
        return state == LineState.UNDONE ? this : as(LineState.UNDONE, sentence, at, command);
    }

    /// Neither before nor after explains what an undo found: it stays as it is.
    public LedgerLine conflicting(Conflict conflict, Instant at, String command) {
        return as(LineState.CONFLICT, conflict.sentence(), at, command);
    }

    /// Whether a back-out still has to look at it.
    public boolean isOpen() {
        return state != LineState.UNDONE;
    }

    /// The line as an undo carries it: observed × (before, after) → wanted is the worker's to plan.
    public Change change() {
        return new Change(key.kind(), key.id(), key.property(), before, after, sentence);
    }

    private LedgerLine as(LineState next, String words, Instant at, String command) {
        return new LedgerLine(step, key, before, after, next, words, at, command);
    }
}
