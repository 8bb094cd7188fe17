package dev.caravan.simulator.dns.update;

import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.dns.zone.Serial;
import dev.caravan.simulator.dns.zone.ZoneEdit;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/// The changes of an update one by one (RFC 2136 section 3.4.2): what would break a zone is left undone without a word.
final class Rules {

    private Rules() {}

    static void apply(ZoneEdit edit, Record change) {
        switch (change.getDClass()) {
            case DClass.IN -> add(edit, change);
            case DClass.ANY -> removeSets(edit, change.getName(), change.getType());
            case DClass.NONE -> removeRecord(edit, Records.withTtl(change, 0));
            default -> throw new IllegalArgumentException("not scanned: " + change);
        }
    }

    private static void add(ZoneEdit edit, Record record) {
        if (record instanceof SOARecord soa) {
            if (soa.getName().equals(edit.origin()) && isLater(edit, soa)) {
                edit.put(RecordSet.of(soa));
            }
        } else if (!clashes(edit, record.getName(), record.getType())) {
            if (isSingle(record.getType())) {
                edit.put(RecordSet.of(record));
            } else {
                edit.add(record);
            }
        }
    }

    private static boolean isLater(ZoneEdit edit, SOARecord soa) {
        return edit.find(edit.origin(), Type.SOA)
                .map(set -> (SOARecord) set.records().getFirst())
                .filter(ours -> new Serial(soa.getSerial()).isAfter(new Serial(ours.getSerial())))
                .isPresent();
    }

    /// True if a record of this type may not stand beside what is there: an alias stands alone.
    static boolean clashes(ZoneEdit edit, Name name, int type) {
        return edit.at(name).stream()
                .anyMatch(set -> type == Type.CNAME ? set.type() != Type.CNAME : set.type() == Type.CNAME);
    }

    /// True for types of which a name has one record at most.
    static boolean isSingle(int type) {
        return type == Type.CNAME || type == Type.DNAME;
    }

    private static void removeSets(ZoneEdit edit, Name name, int type) {
        List<RecordSet> sets = type == Type.ANY
                ? edit.at(name)
                : edit.at(name).stream().filter(set -> set.type() == type).toList();
        sets.stream()
                .filter(set -> !holdsZone(edit, set.name(), set.type()))
                .forEach(set -> edit.remove(set.name(), set.type()));
    }

    private static void removeRecord(ZoneEdit edit, Record record) {
        boolean last = edit.find(record.getName(), record.getType())
                .filter(set -> set.records().size() > 1)
                .isEmpty();
        boolean start = record.getType() == Type.SOA;
        if (!holdsZone(edit, record.getName(), record.getType()) || !(start || last)) {
            edit.remove(record);
        }
    }

    /// True for the two sets without which there is no zone.
    static boolean holdsZone(ZoneEdit edit, Name name, int type) {
        return name.equals(edit.origin()) && (type == Type.SOA || type == Type.NS);
    }
}
