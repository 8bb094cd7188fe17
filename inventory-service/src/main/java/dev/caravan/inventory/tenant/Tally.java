package dev.caravan.inventory.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/// How much of each kind has been captured, and a digest of all of it that is the same in any order, so that whoever
/// collects the objects knows when he has exactly these.
///
/// @param digest the digests of the objects XORed, in hex
public record Tally(Map<Kind, Integer> counts, String digest) {

    private static final int DIGEST_BYTES = 32;

    /// Nothing yet.
    public static final Tally NONE = new Tally(Map.of(), HexFormat.of().formatHex(new byte[DIGEST_BYTES]));

    public Tally {
        counts = Collections.unmodifiableMap(counts.isEmpty() ? new EnumMap<>(Kind.class) : new EnumMap<>(counts));
    }

    /// With more objects, none of which was counted before.
    public Tally with(Collection<CapturedObject> objects) {
        var more = counts.isEmpty() ? new EnumMap<Kind, Integer>(Kind.class) : new EnumMap<>(counts);
        var sum = HexFormat.of().parseHex(digest);
        for (var object : objects) {
            more.merge(object.kind(), 1, Integer::sum);
            add(sum, digestOf(object));
        }
        return new Tally(more, HexFormat.of().formatHex(sum));
    }

    public int objects() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /// Both parts as one word, for [#parse].
    public String written() {
        return counts.entrySet().stream()
                .map(count -> count.getKey().word() + "=" + count.getValue())
                .collect(Collectors.joining(",", digest + ";", ""));
    }

    /// Throws [IllegalArgumentException] for what [#written] did not write.
    public static Tally parse(String written) {
        var end = written.indexOf(';');
        if (end != 2 * DIGEST_BYTES) {
            throw new IllegalArgumentException("not a tally: " + written);
        }
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        Arrays.stream(written.substring(end + 1).split(",", -1))
                .filter(count -> !count.isEmpty())
                .map(count -> count.split("=", 2))
                .forEach(count -> counts.put(Kind.named(count[0]).orElseThrow(), Integer.parseInt(count[1])));
        return new Tally(counts, written.substring(0, end));
    }

    private static void add(byte[] sum, byte[] digest) {
        for (var at = 0; at < DIGEST_BYTES; at++) {
            sum[at] ^= digest[at];
        }
    }

    private static byte[] digestOf(CapturedObject object) {
        var text = object.kind().word() + '\0' + object.id() + '\0' + object.json();
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform knows SHA-256", impossible);
        }
    }
}
