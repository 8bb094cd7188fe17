package dev.caravan.dns.tenant;

import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.List;

/// The domains of the tenant of a command's connection.
public interface TenantDomains {

    /// All of them, verified or not.
    Outcome<List<TenantDomain>> all(Call call);

    /// Makes a verified domain the default one.
    ///
    /// @return its id
    Outcome<String> makeDefault(String id, Call call);
}
