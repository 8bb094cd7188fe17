package dev.caravan.orchestrator.runbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who does a task.
public enum Assignee {
    MIGRATION_LEAD,
    ENGINEER,
    CUSTOMER_IT;

    /// The one whose written form this is.
    public static Optional<Assignee> find(String text) {
        return Arrays.stream(values())
                .filter(assignee -> assignee.toString().equals(text))
                .findAny();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
