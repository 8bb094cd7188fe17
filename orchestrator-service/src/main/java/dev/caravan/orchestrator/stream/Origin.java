package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.run.TimerName;
import dev.caravan.schemas.CloudEventHeaders;
import java.time.Instant;
import java.util.Optional;

/// Where the input came from that is being folded.
///
/// @param id unique, and the same when the same input is folded again after a crash
/// @param at when it was taken in, by the injected clock, in whole milliseconds
record Origin(String id, Instant at, Optional<String> traceparent) {

    static Origin of(Incoming incoming, Instant at) {
        var id = incoming.topic() + "/" + incoming.partition() + "/" + incoming.offset();
        return new Origin(id, at, CloudEventHeaders.text(incoming.headers(), CloudEventHeaders.TRACE_PARENT));
    }

    static Origin of(String runId, TimerName timer, Instant due, Instant at) {
        return new Origin(runId + "/timer/" + timer + "/" + due.toEpochMilli(), at, Optional.empty());
    }
}
