package dev.caravan.dns.zone;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.List;

/// Plans the return of TTLs after a move. It is the way back of nothing but TTLs: the values have moved and stay.
public final class TtlRestoration {

    private TtlRestoration() {}

    /// The plan that gives record sets the TTL that they had before the recorded changes, given the zone as it is now.
    public static Plan plan(Zone zone, List<Change> recorded) {
        return RecordReversion.plan(
                zone, recorded.stream().filter(TtlRestoration::hadTtl).toList());
    }

    /// A record set that the recorded step added has no TTL to return to.
    private static boolean hadTtl(Change change) {
        return change.property().equals(RecordChanges.TTL) && !change.before().isEmpty();
    }
}
