package dev.caravan.simulator.dns.resolve;

import dev.caravan.simulator.dns.zone.RecordSet;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;

/// The names of the rest of the world.
@FunctionalInterface
public interface Outside {

    /// All records of a name; an empty list if it exists without any, nothing if it does not exist.
    Optional<List<RecordSet>> find(Name name);
}
