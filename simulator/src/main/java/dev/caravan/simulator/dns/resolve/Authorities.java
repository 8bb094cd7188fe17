package dev.caravan.simulator.dns.resolve;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;

/// Who answers for which zone, as the delegations above the zones would say it.
@FunctionalInterface
public interface Authorities {

    /// The zone that a name lies in and its servers; empty for names that no server here answers for.
    Optional<Delegation> of(Name name);

    /// A zone and its servers.
    ///
    /// @param servers each answers a query, or not
    record Delegation(Name zone, List<Function<Message, Optional<Message>>> servers) {}
}
