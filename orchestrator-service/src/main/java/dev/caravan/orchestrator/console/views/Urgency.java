package dev.caravan.orchestrator.console.views;

/// How soon somebody should look at a run, the soonest first.
public enum Urgency {
    BROKEN,
    PEOPLES_TURN,
    HELD,
    MOVING,
    OVER;

    /// @param waits whether a gate or a task of it is open
    public static Urgency of(String state, boolean waits) {
        return switch (state) {
            case "failed", "back-out-failed", "parked" -> BROKEN;
            case "completed", "backed-out" -> OVER;
            default -> {
                if (waits) {
                    yield PEOPLES_TURN;
                }
                yield state.endsWith("paused") ? HELD : MOVING;
            }
        };
    }

    public boolean needsPerson() {
        return compareTo(MOVING) < 0;
    }
}
