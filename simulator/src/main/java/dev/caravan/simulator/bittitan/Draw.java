package dev.caravan.simulator.bittitan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/// Something that looks like chance, but is the same whenever the same names are drawn by.
record Draw(long value) {

    private static final int SHARES = 1_000_000;

    static Draw by(Workgroup workgroup, Object... names) {
        StringBuilder all = new StringBuilder(workgroup.world().name());
        for (Object name : names) {
            all.append('/').append(name);
        }
        return new Draw(UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .getLeastSignificantBits());
    }

    /// True for about that share of all draws.
    boolean isAmong(double share) {
        return Math.floorMod(value, SHARES) < share * SHARES;
    }

    /// From 0 to below that.
    int below(int bound) {
        return Math.floorMod(value, bound);
    }

    /// Whole seconds between the two, or one of them.
    Duration between(Duration least, Duration most) {
        long seconds = most.minus(least).toSeconds();
        return least.plusSeconds(Math.floorMod(value, seconds + 1));
    }
}
