package dev.caravan.kit.command;

/// Names one step of a runbook.
public record StepId(String value) {

    public StepId {
        value = Identity.required("stepId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
