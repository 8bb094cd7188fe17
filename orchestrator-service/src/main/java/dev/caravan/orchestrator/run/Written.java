package dev.caravan.orchestrator.run;

import java.util.regex.Pattern;

/// Checks of written forms.
final class Written {

    /// What may stand between the slashes of a command's id or of a topic's key.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final int LENGTH_MAX = 300;

    private Written() {}

    static void plain(String what, String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " '" + text + "' is not of the form " + PLAIN);
        }
    }

    static void present(String what, String text) {
        if (text.isBlank() || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    what + " has 1 to " + LENGTH_MAX + " characters, not '" + shortened(text) + "'");
        }
    }

    static int number(String what, String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(what + " '" + text + "' is not a number");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
