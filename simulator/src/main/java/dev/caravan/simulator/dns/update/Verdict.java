package dev.caravan.simulator.dns.update;

import dev.caravan.simulator.dns.zone.ZoneChange;
import java.util.Optional;

/// What comes of a wish to change a zone: all of it or nothing.
public sealed interface Verdict {

    /// @param change empty if the zone is as wished already
    record Accepted(Optional<ZoneChange> change) implements Verdict {}

    /// @param rcode as the answer to a dynamic update carries it
    /// @param reason a sentence for logs and people
    record Refused(int rcode, String reason) implements Verdict {}
}
