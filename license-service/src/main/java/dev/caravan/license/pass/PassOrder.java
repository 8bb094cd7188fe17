package dev.caravan.license.pass;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A pass that a step wants of its items.
///
/// BitTitan gives a pass no place for a name of ours, and two passes of a step look the same. Each has a date before
/// which nothing is copied, though, and all of 1901 means the same there: nothing is that old. So the second of 1901
/// tells whose pass it is.
///
/// @param mark the pass's `ItemStartDate`
/// @param itemEnd nothing after it is copied
public record PassOrder(PassKind kind, Instant mark, Optional<Instant> itemEnd) {

    private static final Instant BEGINNING = Instant.parse("1901-01-01T00:00:00Z");
    private static final int SECONDS = 365 * 24 * 60 * 60;

    /// @param olderThan how old mail has to be that [PassKind#PRE_STAGE] copies
    /// @param now what its age is reckoned from
    public static PassOrder of(PassKind kind, Duration olderThan, String runId, String stepId, Instant now) {
        return new PassOrder(
                kind,
                mark(runId, stepId),
                kind == PassKind.PRE_STAGE ? Optional.of(now.minus(olderThan)) : Optional.empty());
    }

    /// Never the beginning itself, which is what a pass has that nobody marked.
    static Instant mark(String runId, String stepId) {
        var number =
                ByteBuffer.wrap(sha256((runId + "/" + stepId).getBytes(UTF_8))).getLong();
        return BEGINNING.plusSeconds(1 + Math.floorMod(number, SECONDS - 1L));
    }

    boolean isOf(Pass pass) {
        return pass.itemStart().equals(mark) && isLike(pass);
    }

    boolean isLike(Pass pass) {
        return pass.type().equals(kind.type());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
