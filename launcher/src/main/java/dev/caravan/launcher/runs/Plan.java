package dev.caravan.launcher.runs;

import java.util.List;

/// What a step is going to change, as a gate shows it.
public record Plan(String hash, List<Change> changes) {}
