package dev.caravan.launcher.zone;

import java.util.Locale;

/// `<name> <type>`: the name in lower case with its final dot, as ids of record sets are written.
public final class RecordKey {

    private RecordKey() {}

    /// The same key in the form that is compared.
    public static String of(String written) {
        return name(written) + " " + type(written);
    }

    public static String name(String key) {
        var name = key.substring(0, space(key)).toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name : name + ".";
    }

    public static String type(String key) {
        return key.substring(space(key) + 1).toUpperCase(Locale.ROOT);
    }

    /// Whether a text has the form at all.
    public static boolean isOne(String text) {
        var space = text.lastIndexOf(' ');
        return space > 0 && space < text.length() - 1;
    }

    private static int space(String key) {
        if (!isOne(key)) {
            throw new IllegalArgumentException("'" + key + "' is no name and type of a record set");
        }
        return key.lastIndexOf(' ');
    }
}
