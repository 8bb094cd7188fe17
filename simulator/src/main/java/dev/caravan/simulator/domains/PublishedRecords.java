package dev.caravan.simulator.domains;

import dev.caravan.simulator.world.DomainName;
import java.util.List;
import java.util.Set;

/// What name servers publish, asked for without a memory in between: from each server of a zone that answers, none if
/// no server does.
public interface PublishedRecords {

    /// The texts at exactly this name.
    List<Set<String>> texts(DomainName name);

    /// The name that this name stands for: none or one from each server, in lower case and without its final dot.
    List<Set<String>> aliases(DomainName name);
}
