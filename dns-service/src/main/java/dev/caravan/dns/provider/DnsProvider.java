package dev.caravan.dns.provider;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.Zone;
import dev.caravan.dns.zone.ZoneEdit;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;

/// Hosts zones: reads one whole, and replaces RRsets of it. Every implementation passes `DnsProviderContract`.
public interface DnsProvider {

    /// The word by which a connection's setting `provider` chooses it.
    String word();

    /// The zone as the host holds it now.
    Outcome<Zone> read(DomainName apex, Call call);

    /// Makes all replacements or none, and only to the zone that was seen.
    ///
    /// [Outcome.Failed] for now with code `zone-changed` when somebody has edited the zone since.
    Outcome<ZoneEdit> replace(ZoneEdit edit, Call call);
}
