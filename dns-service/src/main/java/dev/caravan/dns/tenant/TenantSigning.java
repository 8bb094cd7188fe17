package dev.caravan.dns.tenant;

import dev.caravan.dns.domain.Signing;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.List;

/// With what the tenant of a call's connection signs letters. What a domain has for that cannot be removed: it goes
/// with
/// the domain.
public interface TenantSigning {

    /// That of all domains that have one.
    Outcome<List<Signing>> all(Call call);

    /// Gives a domain keys, which are not used yet.
    ///
    /// @return its id; [Outcome.NotYet] while Exchange does not know the domain
    Outcome<String> create(String id, Call call);

    /// Begins to sign with the keys of a domain.
    ///
    /// @return its id; [Outcome.NotYet] while the tenant does not see the names of the keys in DNS
    Outcome<String> enable(String id, Call call);

    /// Signs no longer.
    ///
    /// @return its id
    Outcome<String> disable(String id, Call call);
}
