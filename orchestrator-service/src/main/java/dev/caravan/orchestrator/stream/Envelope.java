package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.run.Cause;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.CloudEventHeaders;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// Makes records ready to go: encoded, with all headers, and of a size that their topic takes.
final class Envelope {

    private static final String SERVICE = "orchestrator-service";

    private final AvroRecords avro;
    private final RunId run;
    private final Cause cause;
    private final Trace trace;

    Envelope(AvroRecords avro, RunId run, Cause cause, Origin origin) {
        this.avro = avro;
        this.run = run;
        this.cause = cause;
        this.trace = Trace.of(origin.traceparent(), run.text());
    }

    /// @param id unique among the records of this service
    Outgoing record(String topic, String key, String id, SpecificRecord record) {
        var headers = CloudEventHeaders.of(id, record.getSchema(), SERVICE, run.text(), cause.at(), cause.id())
                .withTraceparent(trace.parent(id))
                .toHeaders();
        var outgoing = Outgoing.of(topic, key, avro.encode(topic, record), headers);
        outgoing.requireFits();
        return outgoing;
    }

    Outgoing tombstone(String topic, String key) {
        return Outgoing.of(topic, key, null, new RecordHeaders());
    }
}
