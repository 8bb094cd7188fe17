package dev.caravan.simulator.mail;

import org.jspecify.annotations.Nullable;

/// What came of one attempt to deliver a letter.
sealed interface Outcome {

    /// The host that was tried, if it came to that.
    @Nullable
    String mx();

    /// The reply, with its code.
    String result();

    /// @param tenant the id of the tenant that took it; null for somebody outside
    record Delivered(String mx, String result, @Nullable String tenant) implements Outcome {}

    /// Worth another attempt.
    record Deferred(@Nullable String mx, String result) implements Outcome {}

    /// Not worth another attempt.
    record Bounced(@Nullable String mx, String result) implements Outcome {}
}
