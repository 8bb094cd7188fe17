package dev.caravan.orchestrator.runbook;

/// When a step is done at all: a CEL expression of type boolean over a [Scope].
public record Condition(String cel) {

    @Override
    public String toString() {
        return cel;
    }
}
