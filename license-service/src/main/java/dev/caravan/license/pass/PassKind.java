package dev.caravan.license.pass;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a pass is for.
public enum PassKind {
    /// Tries the credentials and copies nothing.
    VERIFY("verify", "Verification"),
    /// Copies old mail.
    PRE_STAGE("pre-stage", "Full"),
    /// Copies what is not copied yet.
    FULL("full", "Full"),
    /// Copies what failed.
    RETRY("retry", "Repair");

    private final String word;
    private final String type;

    PassKind(String word, String type) {
        this.word = word;
        this.type = type;
    }

    /// As runbooks call it.
    public static Optional<PassKind> called(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// All words that there are, for people.
    public static String words() {
        return Arrays.stream(values()).map(PassKind::toString).collect(Collectors.joining(", "));
    }

    /// As BitTitan calls its type; copying old mail is no type of its own.
    public String type() {
        return type;
    }

    @Override
    public String toString() {
        return word;
    }
}
