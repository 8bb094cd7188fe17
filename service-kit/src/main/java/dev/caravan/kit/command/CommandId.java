package dev.caravan.kit.command;

/// Names one attempt of one chunk of a step, as `run/step/chunk/attempt`: what its events are folded by.
public record CommandId(String value) {

    public CommandId {
        value = Identity.required("commandId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
