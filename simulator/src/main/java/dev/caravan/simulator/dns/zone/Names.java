package dev.caravan.simulator.dns.zone;

import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/// Names as people and files write them.
public final class Names {

    private Names() {}

    /// Reads a full name, with or without the final dot.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    public static Name absolute(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// The name with one more label in front.
    public static Name below(Name name, String label) {
        try {
            return Name.fromString(label, name);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// As short as a file with this origin can write it: `@`, `www`, or in full with the final dot.
    public static String relative(Name name, Name origin) {
        if (name.equals(origin)) {
            return "@";
        }
        return name.subdomain(origin) ? name.relativize(origin).toString() : name.toString();
    }
}
