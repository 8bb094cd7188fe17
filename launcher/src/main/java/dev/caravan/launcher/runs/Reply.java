package dev.caravan.launcher.runs;

/// What became of a request to a run.
public sealed interface Reply {

    /// It is part of the run's story.
    record Folded() implements Reply {}

    /// It changed nothing.
    ///
    /// @param code what programs tell refusals apart by, as `same-person`
    record Refused(String code, String reason) implements Reply {}
}
