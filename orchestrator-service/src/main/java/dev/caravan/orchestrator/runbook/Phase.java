package dev.caravan.orchestrator.runbook;

/// A stretch of a runbook that people speak of as one: `baseline`, "Two weeks before".
public record Phase(PhaseId id, String title) {}
