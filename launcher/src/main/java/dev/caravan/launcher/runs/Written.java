package dev.caravan.launcher.runs;

import java.util.Locale;

/// The API's words: `BACKED_OUT`, `BackedOut` and `backed-out` are the same one.
final class Written {

    private Written() {}

    static boolean same(String word, String other) {
        return plain(word).equals(plain(other));
    }

    private static String plain(String word) {
        return word.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
