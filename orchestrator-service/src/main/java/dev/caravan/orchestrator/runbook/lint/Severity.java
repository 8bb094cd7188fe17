package dev.caravan.orchestrator.runbook.lint;

import java.util.Locale;

/// Whether a problem keeps a runbook from being run.
public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
