package dev.caravan.simulator.dns.zone;

/// A zone's serial number, compared in the circle of RFC 1982.
///
/// @param value from 0 to 2³² − 1
public record Serial(long value) {

    private static final long CIRCLE = 1L << 32;
    private static final long HALF = 1L << 31;

    /// Requires 32 bits.
    public Serial {
        if (value < 0 || value >= CIRCLE) {
            throw new IllegalArgumentException("a serial has 32 bits: " + value);
        }
    }

    /// True if this serial is later than the other; of two that are exactly half a circle apart, neither is.
    public boolean isAfter(Serial other) {
        long ahead = Math.floorMod(value - other.value, CIRCLE);
        return ahead > 0 && ahead < HALF;
    }

    /// The next one, leaving out 0, which some servers take for "none".
    public Serial next() {
        long next = (value + 1) % CIRCLE;
        return new Serial(next == 0 ? 1 : next);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
