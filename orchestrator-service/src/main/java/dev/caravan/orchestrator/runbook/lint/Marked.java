package dev.caravan.orchestrator.runbook.lint;

/// A part of a draft and where it stands.
///
/// @param whole false when the author's text could not be read in full and a substitute stands in; rules that would
///     only repeat that leave it alone
public record Marked<T>(T value, Place place, boolean whole) {}
