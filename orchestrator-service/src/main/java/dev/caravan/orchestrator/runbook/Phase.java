package dev.caravan.orchestrator.runbook;

/// A stretch of a runbook that people speak of as one: `baseline`, "Two weeks before".
///
/// @param isMailAtRisk whether letters wait outside, or could get lost, as long as it lasts
public record Phase(PhaseId id, String title, boolean isMailAtRisk) {}
