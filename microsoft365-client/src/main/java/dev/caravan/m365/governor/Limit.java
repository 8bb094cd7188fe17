package dev.caravan.m365.governor;

/// Between which rates one is learnt.
///
/// @param startPerSecond what is tried at first
/// @param maxPerSecond what is never exceeded
/// @param burst how much may come at once after a rest
public record Limit(double startPerSecond, double maxPerSecond, double burst) {

    public Limit {
        if (!(startPerSecond > 0 && startPerSecond <= maxPerSecond && burst >= 1)) {
            throw new IllegalArgumentException(
                    "not a limit: start %s, max %s, burst %s".formatted(startPerSecond, maxPerSecond, burst));
        }
    }

    /// A limit that is published: so much at once, which comes back evenly in that many seconds.
    ///
    /// @param aim the share of it that is used, because clocks and ways differ
    static Limit published(double amount, double seconds, double aim) {
        var perSecond = aim * amount / seconds;
        return new Limit(perSecond, perSecond, aim * amount);
    }
}
