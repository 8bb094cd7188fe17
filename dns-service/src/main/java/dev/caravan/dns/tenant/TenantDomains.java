package dev.caravan.dns.tenant;

import dev.caravan.dns.domain.DomainHolder;
import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.List;
import java.util.Optional;

/// The domains of the tenant of a call's connection.
public interface TenantDomains {

    /// All of them, verified or not.
    Outcome<List<TenantDomain>> all(Call call);

    /// Which tenant in the world has verified a domain; empty when none has.
    Outcome<Optional<DomainHolder>> holder(String id, Call call);

    /// Makes a verified domain the default one.
    ///
    /// @return its id
    Outcome<String> makeDefault(String id, Call call);

    /// Adds a domain, which is not verified then.
    ///
    /// @return its id
    Outcome<String> add(String id, Call call);

    /// Has the tenant look for its ownership record and take the domain as its own.
    ///
    /// @return its id; [Outcome.NotYet] when the tenant does not see the record, or another tenant holds the domain
    Outcome<String> verify(String id, Call call);

    /// Chooses the services that use a verified domain.
    ///
    /// @return its id
    Outcome<String> select(String id, List<String> services, Call call);

    /// Has the tenant begin to let go of a domain that nothing refers to; it may take hours.
    ///
    /// @return its id
    Outcome<String> remove(String id, Call call);

    /// The text that the tenant looks for at the domain's name, `MS=ms…`.
    Outcome<String> ownershipText(String id, Call call);

    /// The records that the services need which use the domain.
    Outcome<List<RecordSet>> serviceRecords(String id, Call call);
}
