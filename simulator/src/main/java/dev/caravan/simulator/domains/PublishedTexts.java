package dev.caravan.simulator.domains;

import dev.caravan.simulator.world.DomainName;
import java.util.List;
import java.util.Set;

/// What name servers publish, asked for without a memory in between.
@FunctionalInterface
public interface PublishedTexts {

    /// The texts at exactly this name, from each server of its zone that answers: none if no server does.
    List<Set<String>> at(DomainName name);
}
