package dev.caravan.simulator.world;

/// What happens to a domain some time after it was asked for, in the order in which it can.
public enum DomainEvent {
    /// A domain that others have made themselves a tenant of is this tenant's.
    TAKEOVER("verifiedAt"),
    /// Its removal begins.
    START("startedAt"),
    /// The tenant gives it up, and others may verify it.
    RELEASE("releasedAt"),
    /// Its removal fails, and it stays.
    FAILURE("failedAt"),
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
