package dev.caravan.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call that was answered, as `calls.jsonl` shows it.
///
/// @param seq from 1, without a gap
/// @param time the simulated instant
@JsonPropertyOrder({
    "seq",
    "time",
    "world",
    "tenant",
    "account",
    "credential",
    "api",
    "method",
    "target",
    "parameters",
    "status",
    "effect"
})
public record Call(
        long seq,
        Instant time,
        @Nullable String world,
        @Nullable String tenant,
        String account,
        String credential,
        Api api,
        String method,
        String target,
        Map<String, ?> parameters,
        String status,
        List<String> effect) {}
