package dev.caravan.orchestrator.run;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What people approve, in one short text: it stands for every change of every chunk of every previewed step, in
/// whatever order their plans were told.
///
/// @param hash 32 hexadecimal digits; empty while no plan has been told
/// @param changes how many changes it stands for
public record PlanDigest(String hash, int changes) {

    static final PlanDigest NONE = new PlanDigest("", 0);
    private static final int BITS = 128;

    /// Adds the plan of a chunk.
    ///
    /// @param changeDigests sorted
    PlanDigest plus(Errand.Preview errand, int chunk, List<String> changeDigests) {
        var text = errand.step() + "/" + chunk + "\n" + String.join("\n", changeDigests);
        var sum = number(hash).add(new BigInteger(1, sha256(text))).mod(BigInteger.TWO.pow(BITS));
        return new PlanDigest("%032x".formatted(sum), changes + changeDigests.size());
    }

    private static BigInteger number(String hash) {
        return hash.isEmpty()
                ? BigInteger.ZERO
                : new BigInteger(1, HexFormat.of().parseHex(hash));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
