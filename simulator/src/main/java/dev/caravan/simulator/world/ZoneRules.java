package dev.caravan.simulator.world;

import java.util.List;

/// Says what an authoritative server would not load of a zone; the name servers know.
@FunctionalInterface
public interface ZoneRules {

    /// All problems of a zone, none if a name server could serve it.
    List<Problem> check(ZoneFile file);
}
