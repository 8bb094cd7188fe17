package dev.caravan.orchestrator.runbook.lint;

/// Where in a file something stands; both count from 1.
public record Mark(int line, int column) {}
