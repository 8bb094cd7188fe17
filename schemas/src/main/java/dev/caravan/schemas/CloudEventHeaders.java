package dev.caravan.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// The headers of every record: the CloudEvents 1.0 Kafka binding (binary mode), correlation, causation and W3C trace
/// context.
///
/// @param id unique among the records of `source`
/// @param type the record's Avro full name
/// @param source `/caravan/<service>`
/// @param subject what it is about: the runId, or the connectionId
/// @param time by the injected clock
/// @param correlationId the runId
/// @param causationId the input or command that caused it
/// @param traceparent W3C trace context, where there is one
public record CloudEventHeaders(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        String correlationId,
        String causationId,
        @Nullable String traceparent) {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String CORRELATION_ID = "correlationid";
    public static final String CAUSATION_ID = "causationid";
    public static final String TRACE_PARENT = "traceparent";

    /// Headers for a record of that type.
    public static CloudEventHeaders of(
            String id, Schema type, String service, String runId, Instant time, String causationId) {
        return new CloudEventHeaders(
                id, type.getFullName(), "/caravan/" + service, runId, time, runId, causationId, null);
    }

    public CloudEventHeaders withTraceparent(@Nullable String parent) {
        return new CloudEventHeaders(id, type, source, subject, time, correlationId, causationId, parent);
    }

    public Headers toHeaders() {
        Headers headers = new RecordHeaders()
                .add(SPEC_VERSION, bytes("1.0"))
                .add(ID, bytes(id))
                .add(TYPE, bytes(type))
                .add(SOURCE, bytes(source))
                .add(SUBJECT, bytes(subject))
                .add(TIME, bytes(time.toString()))
                .add(CONTENT_TYPE, bytes("application/avro"))
                .add(CORRELATION_ID, bytes(correlationId))
                .add(CAUSATION_ID, bytes(causationId));
        if (traceparent != null) {
            headers.add(TRACE_PARENT, bytes(traceparent));
        }
        return headers;
    }

    /// The last header of that name as text.
    public static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(value -> new String(value, UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
