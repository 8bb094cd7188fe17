package dev.caravan.simulator.dns;

import dev.caravan.simulator.dns.server.Fleet;
import dev.caravan.simulator.dns.server.PrimaryZone;
import dev.caravan.simulator.dns.update.Edits;
import dev.caravan.simulator.dns.update.Effects;
import dev.caravan.simulator.dns.update.Verdict;
import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.portal.RecordSet;
import dev.caravan.simulator.portal.ZoneDesk;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.ZoneState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// The zones for people and for dumps.
final class Desk implements ZoneDesk, ZoneState {

    private static final long TTL_MAX = Integer.MAX_VALUE;

    private final Fleet fleet;

    Desk(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public String masterFile(DomainName zone) {
        return primary(zone)
                .map(PrimaryZone::masterFile)
                .orElseThrow(() -> new IllegalArgumentException("no zone is called " + zone));
    }

    @Override
    public Optional<List<RecordSet>> zone(DomainName zone) {
        return primary(zone)
                .map(PrimaryZone::zone)
                .map(now -> now.sets()
                        .sorted(dev.caravan.simulator.dns.zone.RecordSet.canonicalOrder())
                        .map(Desk::shown)
                        .toList());
    }

    private static RecordSet shown(dev.caravan.simulator.dns.zone.RecordSet set) {
        return new RecordSet(
                set.name().toString(true).toLowerCase(Locale.ROOT),
                Type.string(set.type()),
                set.ttl(),
                set.records().stream().map(Records::text).toList());
    }

    @Override
    public Edited put(DomainName zone, RecordSet set, Function<Edited, NewCall> told) {
        return edit(zone, now -> put(now, set), told);
    }

    @Override
    public Edited delete(DomainName zone, String name, String type, Function<Edited, NewCall> told) {
        return edit(zone, now -> delete(now, name, type), told);
    }

    private static Verdict put(Zone zone, RecordSet set) {
        if (set.ttl() < 0 || set.ttl() > TTL_MAX) {
            return new Verdict.Refused(Rcode.FORMERR, "not a time to live: " + set.ttl());
        }
        try {
            Name name = Names.absolute(set.name());
            int type = type(set.type());
            List<Record> records = new ArrayList<>();
            for (String value : set.values()) {
                records.add(Records.read(name, type, set.ttl(), value, zone.origin()));
            }
            return Edits.put(zone, new dev.caravan.simulator.dns.zone.RecordSet(name, type, set.ttl(), records));
        } catch (IOException | IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage()).replaceFirst("^<none>:\\d+: ", "");
            return new Verdict.Refused(Rcode.FORMERR, set.type() + " " + set.values() + ": " + reason);
        }
    }

    private static Verdict delete(Zone zone, String name, String type) {
        try {
            return Edits.delete(zone, Names.absolute(name), type(type));
        } catch (IllegalArgumentException e) {
            return new Verdict.Refused(Rcode.FORMERR, String.valueOf(e.getMessage()));
        }
    }

    private static int type(String text) {
        int type = Type.value(text);
        if (type < 0 || !Type.isRR(type)) {
            throw new IllegalArgumentException("no such type of records: " + text);
        }
        return type;
    }

    private Edited edit(DomainName zone, Function<Zone, Verdict> judge, Function<Edited, NewCall> told) {
        PrimaryZone primary =
                primary(zone).orElseThrow(() -> new IllegalArgumentException("no zone is called " + zone));
        return edited(fleet.change(primary, judge, verdict -> told.apply(edited(verdict))));
    }

    private static Edited edited(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted ->
                new Edited.Done(accepted.change().map(Effects::of).orElse(List.of()));
            case Verdict.Refused refused -> new Edited.Refused(refused.reason());
        };
    }

    private Optional<PrimaryZone> primary(DomainName zone) {
        return fleet.find(Names.absolute(zone.absolute()));
    }
}
