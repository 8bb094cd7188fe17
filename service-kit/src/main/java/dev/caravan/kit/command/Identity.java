package dev.caravan.kit.command;

/// Identities are never empty: an empty one would match where nothing was meant.
final class Identity {

    private Identity() {}

    static String required(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + ": must not be empty");
        }
        return value;
    }
}
