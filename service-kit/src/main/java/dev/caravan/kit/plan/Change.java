package dev.caravan.kit.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// One property of one object, before and after: the unit of plan, ledger and undo.
///
/// @param kind kind of the object in the field's words, such as `rrset` or `mailbox`
/// @param id the object's stable id, never a display name
/// @param property which of its properties changes
/// @param before the values before; empty: absent
/// @param after the values after; empty: taken away
/// @param sentence what a person reads before it happens
public record Change(
        String kind, String id, String property, List<String> before, List<String> after, String sentence) {

    public Change {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// What an approval of this change names: the first 16 hex digits of SHA-256 over all but the sentence.
    public String digest() {
        var sha = sha256();
        Stream.of(kind, id, property).forEach(text -> add(sha, text));
        Stream.of(before, after).forEach(values -> {
            sha.update(fourBytes(values.size()));
            values.forEach(value -> add(sha, value));
        });
        return HexFormat.of().formatHex(sha.digest(), 0, 8);
    }

    boolean isCreation() {
        return before.isEmpty();
    }

    boolean isRemoval() {
        return after.isEmpty();
    }

    private static void add(MessageDigest sha, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(fourBytes(bytes.length));
        sha.update(bytes);
    }

    private static byte[] fourBytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
