package dev.caravan.dns.authority;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.List;
import java.util.Optional;

/// Who is responsible for a zone, and what those servers answer.
public interface Authority {

    /// The apex of the zone that holds the name: the name itself, or an ancestor of it.
    Outcome<DomainName> zoneOf(DomainName name);

    /// The server that takes changes of the zone, as its SOA names it.
    Outcome<DomainName> primaryOf(DomainName zone);

    /// The servers of the zone, sorted: those that the world is sent to, and those that the zone itself names.
    Outcome<List<DomainName>> serversOf(DomainName zone, Call call);

    /// What one authoritative server answers, uncached; empty when it says that there is no such RRset.
    ///
    /// [Outcome.Failed] for now when it does not answer, or not with authority.
    Outcome<Optional<RecordSet>> ask(DomainName server, RecordKey key, Call call);
}
