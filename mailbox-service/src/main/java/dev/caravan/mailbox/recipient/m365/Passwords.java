package dev.caravan.mailbox.recipient.m365;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/// Passwords that nobody ever learns: their users get others before they sign in.
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 28;
    /// One of each kind that a tenant may ask for.
    private static final String EACH_KIND = "aA7-";

    private Passwords() {}

    static String random() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                        .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                        .collect(Collectors.joining())
                + EACH_KIND;
    }
}
