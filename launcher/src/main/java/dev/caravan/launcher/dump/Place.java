package dev.caravan.launcher.dump;

import java.util.Locale;

/// A part of a world: what one remote account holds.
enum Place {
    SOURCE("source/"),
    DESTINATION("destination/"),
    ZONES("dns/"),
    BITTITAN("");

    private final String folder;

    Place(String folder) {
        this.folder = folder;
    }

    /// Within the world's folder; ends in a slash unless it is that folder itself.
    String folder() {
        return folder;
    }

    /// `the source`, `the zones`
    @Override
    public String toString() {
        return "the " + name().toLowerCase(Locale.ROOT);
    }
}
