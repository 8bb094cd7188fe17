package dev.caravan.simulator.trouble;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A request that is under way.
///
/// @param refusal why it is not carried out, if it is one too many
/// @param headers what the answer says of the limits
/// @param place what it holds until it is answered
public record Turn(
        Optional<Trouble> refusal,
        Map<String, String> headers,
        @Nullable Semaphore place) implements AutoCloseable {

    /// Nothing limits it.
    static Turn free() {
        return new Turn(Optional.empty(), Map.of(), null);
    }

    static Turn refused(Trouble refusal) {
        return new Turn(Optional.of(refusal), Map.of(), null);
    }

    @Override
    public void close() {
        if (place != null) {
            place.release();
        }
    }
}
