package dev.caravan.orchestrator.console.writes;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// Where requests are written down; what it has accepted is not lost.
@FunctionalInterface
public interface WriteLog {

    /// Returns when the record is safe. Throws [NotWritten] when it may not be.
    void append(Entry entry);

    /// @param topic one of the catalogue's
    /// @param key the record's key, which is also what the record is about
    /// @param id unique among our records, the same when a request is written again
    /// @param time by the injected clock
    record Entry(
            String topic, String key, SpecificRecord value, String id, Instant time, Optional<String> traceparent) {}
}
