package dev.caravan.simulator.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter and what became of it, as `messages.jsonl` shows it.
///
/// @param seq from 1, without a gap
/// @param deliveredTenant the tenant that took it; null also where somebody outside did
@JsonPropertyOrder({"seq", "world", "from", "to", "sent", "state", "deliveredAt", "deliveredTenant", "attempts"})
public record Message(
        long seq,
        String world,
        String from,
        String to,
        Instant sent,
        State state,
        @Nullable Instant deliveredAt,
        @Nullable String deliveredTenant,
        List<Attempt> attempts) {

    /// Where a letter is.
    public enum State {
        /// Somebody has it.
        @JsonProperty("delivered")
        DELIVERED,
        /// The sender tries again later.
        @JsonProperty("deferred")
        DEFERRED,
        /// The sender has been told that it will not arrive.
        @JsonProperty("bounced")
        BOUNCED
    }

    /// @param mx the host that was tried; null if it did not come to that
    /// @param result what that host, or the sender's own, said
    @JsonPropertyOrder({"time", "mx", "result"})
    public record Attempt(Instant time, @Nullable String mx, String result) {}

    Message tried(Instant time, Outcome outcome) {
        List<Attempt> tries = new ArrayList<>(attempts);
        tries.add(new Attempt(time, outcome.mx(), outcome.result()));
        return switch (outcome) {
            case Outcome.Delivered delivered ->
                new Message(seq, world, from, to, sent, State.DELIVERED, time, delivered.tenant(), tries);
            case Outcome.Deferred _ -> new Message(seq, world, from, to, sent, State.DEFERRED, null, null, tries);
            case Outcome.Bounced _ -> new Message(seq, world, from, to, sent, State.BOUNCED, null, null, tries);
        };
    }
}
