package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What is held of a snapshot: how many objects, and their digests XORed, which is the same in any order.
///
/// @param digest 32 bytes
record SnapshotSum(long objects, byte[] digest) {

    private static final int DIGEST_BYTES = 32;

    static final SnapshotSum NOTHING = new SnapshotSum(0, new byte[DIGEST_BYTES]);

    static SnapshotSum decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var objects = buffer.getLong();
        var digest = new byte[DIGEST_BYTES];
        buffer.get(digest);
        return new SnapshotSum(objects, digest);
    }

    byte[] encode() {
        return ByteBuffer.allocate(Long.BYTES + DIGEST_BYTES)
                .putLong(objects)
                .put(digest)
                .array();
    }

    /// The digest of one object.
    static byte[] digestOf(String kind, String id, String json) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return sha.digest((kind + '\u0000' + id + '\u0000' + json).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform knows SHA-256", e);
        }
    }

    /// With an object that takes the place of an earlier reading of it, if there is one.
    SnapshotSum with(byte[] object, Optional<byte[]> earlier) {
        return new SnapshotSum(
                earlier.isPresent() ? objects : objects + 1,
                xor(object, earlier.map(before -> xor(digest, before)).orElse(digest)));
    }

    SnapshotSum without(byte[] object) {
        return new SnapshotSum(objects - 1, xor(digest, object));
    }

    boolean is(Capture capture) {
        return objects == capture.objects() && HexFormat.of().formatHex(digest).equals(capture.digest());
    }

    private static byte[] xor(byte[] one, byte[] other) {
        var both = new byte[DIGEST_BYTES];
        for (var i = 0; i < DIGEST_BYTES; i++) {
            both[i] = (byte) (one[i] ^ other[i]);
        }
        return both;
    }
}
