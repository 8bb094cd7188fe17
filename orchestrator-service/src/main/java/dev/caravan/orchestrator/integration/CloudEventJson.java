package dev.caravan.orchestrator.integration;

import dev.caravan.schemas.CloudEventHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An event in CloudEvents' structured mode: the headers of its record as attributes, the record as Avro JSON.
final class CloudEventJson {

    static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

    private static final Map<String, String> ATTRIBUTES = Map.of(
            CloudEventHeaders.SPEC_VERSION, "specversion",
            CloudEventHeaders.ID, "id",
            CloudEventHeaders.TYPE, "type",
            CloudEventHeaders.SOURCE, "source",
            CloudEventHeaders.SUBJECT, "subject",
            CloudEventHeaders.TIME, "time",
            CloudEventHeaders.CORRELATION_ID, "correlationid",
            CloudEventHeaders.CAUSATION_ID, "causationid",
            CloudEventHeaders.TRACE_PARENT, "traceparent");

    private final JsonMapper json = JsonMapper.builder().build();

    /// @param header the record's header of a name; null if there is none
    byte[] of(Function<String, @Nullable String> header, SpecificRecord record) {
        var event = json.createObjectNode();
        ATTRIBUTES.forEach((name, attribute) -> {
            var value = header.apply(name);
            if (value != null) {
                event.put(attribute, value);
            }
        });
        event.put("datacontenttype", "application/json");
        event.put("dataschema", "urn:caravan:avro:" + record.getSchema().getFullName());
        event.set("data", json.readTree(avroJson(record)));
        return json.writeValueAsBytes(event);
    }

    private static byte[] avroJson(SpecificRecord record) {
        var schema = record.getSchema();
        var out = new ByteArrayOutputStream();
        try {
            var encoder = EncoderFactory.get().jsonEncoder(schema, out);
            new SpecificDatumWriter<SpecificRecord>(schema, SpecificData.getForSchema(schema)).write(record, encoder);
            encoder.flush();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return out.toByteArray();
    }
}
