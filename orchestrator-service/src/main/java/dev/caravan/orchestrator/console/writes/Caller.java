package dev.caravan.orchestrator.console.writes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.orchestrator.run.Person;
import java.util.Optional;
import java.util.UUID;

/// Who writes, and by which key the same request is recognised when it is sent again.
///
/// @param idempotencyKey chosen by the client; empty if every request is a new one
/// @param path of the request: one key may be used for different requests
/// @param traceparent W3C trace context, where the client sends one
public record Caller(Person person, Optional<String> idempotencyKey, String path, Optional<String> traceparent) {

    /// An id for something that this request brings into the world: the same for the same request.
    public String idFor(String what) {
        return idempotencyKey
                .map(key -> String.join("\n", what, key, path, person.name()))
                .map(text -> UUID.nameUUIDFromBytes(text.getBytes(UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }
}
