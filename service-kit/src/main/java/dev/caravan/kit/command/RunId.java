package dev.caravan.kit.command;

/// Names one run of a runbook.
public record RunId(String value) {

    public RunId {
        value = Identity.required("runId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
