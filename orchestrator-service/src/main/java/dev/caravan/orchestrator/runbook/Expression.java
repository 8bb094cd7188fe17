package dev.caravan.orchestrator.runbook;

/// A CEL expression of type integer over a [Scope]: `facts["lower-ttl"].oldTtlSecondsMax`.
public record Expression(String cel) {

    @Override
    public String toString() {
        return cel;
    }
}
