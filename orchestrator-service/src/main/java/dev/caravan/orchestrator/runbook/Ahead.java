package dev.caravan.orchestrator.runbook;

/// How long ahead of a moment a step has to start, reckoned from what earlier steps told: "so many seconds ahead of
/// T-2d". It makes a step that needs long start earlier than it would, never later.
public record Ahead(Moment of, Expression seconds) {

    @Override
    public String toString() {
        return "`%s` seconds ahead of %s".formatted(seconds, of);
    }
}
