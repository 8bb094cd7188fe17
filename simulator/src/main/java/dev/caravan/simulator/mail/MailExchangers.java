package dev.caravan.simulator.mail;

import dev.caravan.simulator.world.DomainName;
import java.util.List;

/// How senders outside find the hosts that take a domain's mail: through the simulator's caching resolver.
@FunctionalInterface
public interface MailExchangers {

    /// Looks a domain's MX records up.
    Answer find(DomainName domain);

    /// What the resolver says.
    sealed interface Answer {

        /// @param hosts names without the final dot, lower case, lowest preference first
        record Hosts(List<String> hosts) implements Answer {}

        /// The name exists, without MX records.
        record NoExchanger() implements Answer {}

        /// NXDOMAIN.
        record NoSuchDomain() implements Answer {}

        /// No answer, or one that says that it is not one, such as SERVFAIL.
        record Unanswered(String reason) implements Answer {}
    }
}
