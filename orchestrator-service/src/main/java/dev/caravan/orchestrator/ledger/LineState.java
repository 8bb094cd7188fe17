package dev.caravan.orchestrator.ledger;

/// How far one change of one property has come.
public enum LineState {
    /// Told before it was done. Whether it was done is unknown until the command's outcome; an undo looks for itself.
    PLANNED,
    /// The worker has read it back.
    APPLIED,
    /// Taken back.
    UNDONE,
    /// Not taken back, because somebody else had changed the value since; shown to people.
    CONFLICT
}
