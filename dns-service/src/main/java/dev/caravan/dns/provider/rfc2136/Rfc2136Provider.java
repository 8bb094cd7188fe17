package dev.caravan.dns.provider.rfc2136;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.provider.DnsProvider;
import dev.caravan.dns.wire.Presentation;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.Zone;
import dev.caravan.dns.zone.ZoneEdit;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;

/// A zone on a server that takes dynamic updates (RFC 2136). The zone's SOA names the server, unless the connection's
/// setting `primary` does (a hidden primary).
public final class Rfc2136Provider implements DnsProvider {

    private final Authority authority;
    private final Rfc2136Api api;

    public Rfc2136Provider(Authority authority, Rfc2136Api api) {
        this.authority = authority;
        this.api = api;
    }

    @Override
    public String word() {
        return "rfc2136";
    }

    @Override
    public Outcome<Zone> read(DomainName apex, Call call) {
        return primary(apex, call)
                .then(server -> api.transfer(server, apex, call))
                .map(records -> Presentation.zone(apex, records));
    }

    @Override
    public Outcome<ZoneEdit> replace(ZoneEdit edit, Call call) {
        DomainName apex = edit.seen().apex();
        return primary(apex, call)
                .then(server -> api.update(server, Rfc2136Records.update(edit), call))
                .map(accepted -> edit);
    }

    private Outcome<DomainName> primary(DomainName apex, Call call) {
        return call.connection()
                .setting("primary")
                .map(written -> Outcome.done(DomainName.parse(written)))
                .orElseGet(() -> authority.primaryOf(apex));
    }
}
