package dev.caravan.dns.tenant;

import dev.caravan.dns.domain.AcceptedDomain;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.List;

/// How the tenant of a call's connection takes mail.
public interface TenantMail {

    /// All domains for which it does.
    Outcome<List<AcceptedDomain>> all(Call call);

    /// Makes a domain one of another type.
    ///
    /// @return its id; [Outcome.NotYet] while Exchange does not know the domain
    Outcome<String> set(String id, String type, Call call);
}
