package dev.caravan.license.tenant;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.item.Mailbox;
import java.util.Collection;
import java.util.Map;

/// Mailboxes of a tenant.
public interface TenantMailboxes {

    /// The tenant's own domain, which never moves.
    Outcome<String> initialDomain(Call call);

    /// Mailboxes by their guid. Those that are not there are missing.
    Outcome<Map<String, Mailbox>> of(Collection<String> guids, Call call);

    /// The mailboxes of a few addresses, by the address. Those that are not there are missing.
    Outcome<Map<String, Mailbox>> at(Collection<String> addresses, Call call);

    /// How many bytes mailboxes hold, by what they were asked for. Those that are not there, or do not tell, are
    /// missing.
    Outcome<Map<String, Long>> sizes(Collection<String> ids, Call call);

    /// Mailboxes that were made for ones of another tenant, by the guid of the other.
    Outcome<Map<String, Mailbox>> madeFor(Collection<String> guids, Call call);
}
