package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// W3C trace context of what follows from one record: its trace goes on, or a run's own one, so that a run can be
/// followed from topic to topic by any tracing tool. Names are made from ids: a repetition after a crash has the same.
///
/// @param traceId 32 hexadecimal digits
/// @param flags 2 hexadecimal digits, passed on as they came
record Trace(String traceId, String flags) {

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");
    private static final String NOT_SAMPLED = "00";

    static Trace of(Optional<String> traceparent, String runId) {
        return traceparent
                .map(FORM::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new Trace(matcher.group(1), matcher.group(2)))
                .orElseGet(() -> new Trace(digits(runId, 16), NOT_SAMPLED));
    }

    /// The header of the record with that id.
    String parent(String recordId) {
        return "00-" + traceId + "-" + digits(recordId, 8) + "-" + flags;
    }

    private static String digits(String text, int bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            hash[0] |= 1;
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
