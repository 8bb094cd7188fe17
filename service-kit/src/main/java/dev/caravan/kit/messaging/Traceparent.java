package dev.caravan.kit.messaging;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// W3C trace context in one header, so that a run can be followed from topic to topic by any tracing tool.
///
/// @param traceId 32 hex digits, the same through the whole trace
/// @param spanId 16 hex digits, new for each record
/// @param flags 2 hex digits, passed on as they came
record Traceparent(String traceId, String spanId, String flags) {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2}).*");
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    /// What the header says; empty when it says nothing that follows the specification.
    static Optional<Traceparent> parse(String header) {
        var matcher = FORM.matcher(header);
        return matcher.matches()
                ? Optional.of(new Traceparent(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /// The start of a trace that nobody has asked to be recorded.
    static Traceparent root(RandomGenerator random) {
        return new Traceparent(hex(random, TRACE_BYTES), hex(random, SPAN_BYTES), "00");
    }

    /// The next record of this trace.
    Traceparent child(RandomGenerator random) {
        return new Traceparent(traceId, hex(random, SPAN_BYTES), flags);
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String hex(RandomGenerator random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        bytes[0] |= 1;
        return HexFormat.of().formatHex(bytes);
    }
}
