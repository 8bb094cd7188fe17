package dev.caravan.mailbox.pairing;

/// Two recipients as one id: a group and a member, or a mailbox and whoever has a right in it.
public record Pair(String owner, String other) {

    private static final String SEPARATOR = "|";

    public static String of(String owner, String other) {
        return owner + SEPARATOR + other;
    }

    /// Throws `IllegalArgumentException` when it is no such id.
    public static Pair parse(String id) {
        var at = id.indexOf(SEPARATOR);
        if (at < 1 || at == id.length() - 1) {
            throw new IllegalArgumentException("not two ids: " + id);
        }
        return new Pair(id.substring(0, at), id.substring(at + 1));
    }
}
