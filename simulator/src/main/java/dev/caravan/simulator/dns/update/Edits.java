package dev.caravan.simulator.dns.update;

import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneEdit;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/// A person's edits of whole record sets: the rules of a dynamic update, but what would break the zone is refused
/// aloud.
public final class Edits {

    private Edits() {}

    /// Puts a set in the place of what is there.
    public static Verdict put(Zone zone, RecordSet set) {
        ZoneEdit edit = zone.edit();
        if (!set.name().subdomain(zone.origin())) {
            return refused(Rcode.NOTZONE, set.name() + " lies outside zone " + zone.origin());
        }
        if (set.type() == Type.SOA) {
            return refused(Rcode.REFUSED, "the SOA record of " + zone.origin() + " is the server's own");
        }
        if (Rules.clashes(edit, set.name(), set.type())) {
            return refused(Rcode.REFUSED, set.name() + " cannot have a CNAME record and other data");
        }
        if (Rules.isSingle(set.type()) && set.records().size() > 1) {
            return refused(
                    Rcode.REFUSED, set.name() + " cannot have more than one " + Type.string(set.type()) + " record");
        }
        edit.put(set);
        return new Verdict.Accepted(edit.change());
    }

    /// Takes a set away.
    public static Verdict delete(Zone zone, Name name, int type) {
        ZoneEdit edit = zone.edit();
        if (Rules.holdsZone(edit, name, type)) {
            return refused(
                    Rcode.REFUSED, "zone " + zone.origin() + " cannot be without " + Type.string(type) + " records");
        }
        edit.remove(name, type);
        return new Verdict.Accepted(edit.change());
    }

    private static Verdict refused(int rcode, String reason) {
        return new Verdict.Refused(rcode, reason);
    }
}
