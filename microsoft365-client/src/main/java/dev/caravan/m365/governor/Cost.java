package dev.caravan.m365.governor;

/// What a request counts at its host.
///
/// @param units resource units of Graph, or cmdlets of Exchange Online
/// @param writes how many of its parts change something
public record Cost(int units, int writes) {

    /// What is only an envelope counts nothing.
    public static final Cost NOTHING = new Cost(0, 0);

    public Cost {
        if (units < 0 || writes < 0) {
            throw new IllegalArgumentException("a cost must be 0 or more: " + units + ", " + writes);
        }
    }

    /// Something that reads.
    public static Cost read(int units) {
        return new Cost(units, 0);
    }

    /// Something that changes one object.
    public static Cost write() {
        return new Cost(1, 1);
    }

    public Cost plus(Cost other) {
        return new Cost(units + other.units, writes + other.writes);
    }
}
