package dev.caravan.launcher.pace;

import java.time.Duration;
import java.time.Instant;

/// Decides from two looks whether the simulated clock may skip.
///
/// Waiting costs nothing, but work must never be skipped over: two looks without any activity between them, both quiet.
public final class Pacing {

    /// What is due sooner than this comes by itself.
    private static final Duration WORTH_A_SKIP = Duration.ofSeconds(1);

    private Pacing() {}

    /// What to do about the clock now.
    public sealed interface Decision {
        /// Nothing happens until then.
        ///
        /// @param epoch of the looks; the skip is void if the clock has turned since
        record Skip(Instant to, long epoch) implements Decision {}

        /// Let it run.
        record Wait() implements Decision {}

        /// Quiet, and nothing will ever be due again: only people could move anything.
        record Stuck() implements Decision {}
    }

    public static Decision decide(Look earlier, Look now) {
        if (!earlier.quiet() || !now.quiet() || !now.sameAs(earlier)) {
            return new Decision.Wait();
        }
        return now.nextDue()
                .<Decision>map(due ->
                        worth(now, due) ? new Decision.Skip(due, now.clock().epoch()) : new Decision.Wait())
                .orElseGet(Decision.Stuck::new);
    }

    private static boolean worth(Look now, Instant due) {
        return now.clock().now().plus(WORTH_A_SKIP).isBefore(due);
    }
}
