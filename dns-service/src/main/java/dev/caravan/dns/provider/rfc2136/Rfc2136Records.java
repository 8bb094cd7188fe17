package dev.caravan.dns.provider.rfc2136;

import dev.caravan.dns.wire.Presentation;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.ZoneEdit;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/// A zone's edit as one update message.
///
/// Its prerequisites are the SOA that was seen and every RRset that it replaces (RFC 2136 2.4), so that the server
/// itself refuses it when anybody has edited the zone since. RRsets are replaced whole, which also sets their TTL.
final class Rfc2136Records {

    private Rfc2136Records() {}

    static Update update(ZoneEdit edit) {
        Update update = new Update(Presentation.name(edit.seen().apex()));
        edit.seen().find(new RecordKey(edit.seen().apex(), "SOA")).ifPresent(soa -> require(update, soa));
        edit.replacements().forEach(replacement -> {
            replacement
                    .before()
                    .ifPresentOrElse(
                            before -> require(update, before),
                            () -> update.absent(
                                    owner(replacement.key()),
                                    Type.value(replacement.key().type())));
        });
        edit.replacements().forEach(replacement -> {
            update.delete(owner(replacement.key()), Type.value(replacement.key().type()));
            replacement.after().ifPresent(after -> Presentation.records(after).forEach(update::add));
        });
        return update;
    }

    private static void require(Update update, RecordSet recordSet) {
        Presentation.records(recordSet.withTtl(0)).forEach((Record value) -> update.present(value));
    }

    private static Name owner(RecordKey key) {
        return Presentation.name(key.owner());
    }
}
