package dev.caravan.dns.wire;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.Zone;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// dnsjava's records as ours and back.
public final class Presentation {

    private Presentation() {}

    public static Name name(DomainName name) {
        try {
            return Name.fromString(name.toString());
        } catch (TextParseException wrong) {
            throw new IllegalArgumentException("not a domain name: " + name, wrong);
        }
    }

    public static DomainName name(Name name) {
        return DomainName.parse(name.toString());
    }

    public static RecordKey key(Record found) {
        return new RecordKey(name(found.getName()), Type.string(found.getType()));
    }

    /// The zone of a transfer, which begins and ends with the SOA.
    public static Zone zone(DomainName apex, List<Record> transferred) {
        long serial = transferred.stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst()
                .map(SOARecord::getSerial)
                .orElse(0L);
        return Zone.of(apex, serial, recordSets(transferred).values());
    }

    /// The records by owner and type. Where TTLs differ within an RRset the largest counts: caches may keep it so long.
    public static Map<RecordKey, RecordSet> recordSets(Collection<Record> records) {
        return records.stream()
                .collect(Collectors.groupingBy(Presentation::key, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> recordSet(entry.getKey(), entry.getValue())));
    }

    /// A text as the value of a TXT record: servers' answers are compared with it letter by letter.
    public static String text(String text) {
        return new TXTRecord(Name.root, DClass.IN, 0, text).rdataToString();
    }

    /// The RRset as records that can be sent.
    public static List<Record> records(RecordSet recordSet) {
        return recordSet.values().stream()
                .map(value -> sendable(recordSet, value))
                .toList();
    }

    private static RecordSet recordSet(RecordKey key, List<Record> records) {
        return new RecordSet(
                key,
                records.stream().mapToLong(Record::getTTL).max().orElse(0),
                records.stream().map(Record::rdataToString).distinct().toList());
    }

    private static Record sendable(RecordSet recordSet, String value) {
        RecordKey key = recordSet.key();
        try {
            return Record.fromString(
                    name(key.owner()), Type.value(key.type()), DClass.IN, recordSet.ttlSeconds(), value, Name.root);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(key + ": not a value of that type: " + value, unreadable);
        }
    }
}
