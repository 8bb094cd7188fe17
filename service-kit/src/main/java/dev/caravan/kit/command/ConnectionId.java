package dev.caravan.kit.command;

/// Names a connection to a remote account, as `caravan.connections` keys it.
public record ConnectionId(String value) {

    public ConnectionId {
        value = Identity.required("connectionId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
