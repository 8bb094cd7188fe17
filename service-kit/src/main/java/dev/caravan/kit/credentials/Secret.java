package dev.caravan.kit.credentials;

import java.util.Arrays;

/// What a credential reference names. It does not show itself: neither in a log nor in an event.
public final class Secret {

    private final char[] characters;

    public Secret(String text) {
        this.characters = text.toCharArray();
    }

    /// The secret itself, for the one call that needs it.
    public String reveal() {
        return new String(characters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && Arrays.equals(characters, that.characters);
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
