package dev.caravan.simulator.tenants;

import java.util.Locale;

/// A name in a row, and whom it means.
///
/// @param property where in the row it stands
/// @param name as written
/// @param id of whom it means, in the directory or else in Exchange; empty: nobody
public record Link(String property, String name, String id) {

    String key() {
        return key(property, name);
    }

    static String key(String property, String name) {
        return property + ":" + name.toLowerCase(Locale.ROOT);
    }
}
