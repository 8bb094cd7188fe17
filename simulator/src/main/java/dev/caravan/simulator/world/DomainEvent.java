package dev.caravan.simulator.world;

/// What happens to a domain some time after it was asked for.
public enum DomainEvent {
    /// The tenant gives it up, and others may verify it.
    RELEASE("releasedAt"),
    /// Exchange learns that it may be used.
    ACCEPTANCE("acceptedAt");

    private final String property;

    DomainEvent(String property) {
        this.property = property;
    }

    /// The property of a domain's state that holds the instant.
    public String property() {
        return property;
    }
}
