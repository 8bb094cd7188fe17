package dev.caravan.simulator.portal;

import dev.caravan.simulator.world.DomainName;
import java.util.Locale;

/// Names of records as people type them into a portal.
final class Owners {

    private Owners() {}

    /// The full name: `@` is the zone itself; a name that ends with the zone's or with a dot is full already.
    static String full(DomainName zone, String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        if (name.equals("@") || name.isEmpty()) {
            return zone.text();
        }
        if (name.endsWith(".")) {
            return name.substring(0, name.length() - 1);
        }
        return name.equals(zone.text()) || name.endsWith("." + zone.text()) ? name : name + "." + zone.text();
    }

    static String type(String typed) {
        return typed.toUpperCase(Locale.ROOT);
    }
}
