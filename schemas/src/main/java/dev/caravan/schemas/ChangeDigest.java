package dev.caravan.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A short name for one change of one property, by which an approval is bound to what was read.
///
/// The first 16 hexadecimal digits of a SHA-256 over kind, id, property, before and after, each preceded by its length
/// in bytes, so that no two different changes are written alike. The sentence does not count: wording may improve.
public final class ChangeDigest {

    private static final int DIGITS = 16;

    private ChangeDigest() {}

    public static String of(String kind, String id, String property, List<String> before, List<String> after) {
        MessageDigest sha = sha256();
        add(sha, kind);
        add(sha, id);
        add(sha, property);
        add(sha, before);
        add(sha, after);
        return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
    }

    private static void add(MessageDigest sha, List<String> values) {
        sha.update(length(values.size()));
        values.forEach(value -> add(sha, value));
    }

    private static void add(MessageDigest sha, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        sha.update(length(bytes.length));
        sha.update(bytes);
    }

    private static byte[] length(int count) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(count).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
