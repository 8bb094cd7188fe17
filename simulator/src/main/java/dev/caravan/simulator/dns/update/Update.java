package dev.caravan.simulator.dns.update;

import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneEdit;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// A dynamic update (RFC 2136), judged in the order of its section 3: prerequisites, then a look over all changes, then
/// the changes.
public final class Update {

    private Update() {}

    /// Judges a request against the zone that its zone section names.
    public static Verdict judge(Zone zone, Message request) {
        List<Record> prerequisites = request.getSection(Section.PREREQ);
        List<Record> changes = request.getSection(Section.UPDATE);
        Optional<Verdict.Refused> obstacle =
                Prerequisites.check(zone, prerequisites).or(() -> Prescan.check(zone.origin(), changes));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        ZoneEdit edit = zone.edit();
        changes.forEach(change -> Rules.apply(edit, change));
        return new Verdict.Accepted(edit.change());
    }
}
