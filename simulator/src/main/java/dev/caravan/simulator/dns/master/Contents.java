package dev.caravan.simulator.dns.master;

import dev.caravan.simulator.dns.zone.RecordSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/// The records of a file by name and type. As BIND does it, a record that stands there twice counts once, and where the
/// times to live of a set differ the first one holds.
record Contents(Map<Name, Map<Integer, List<Line.Entry>>> entries) {

    static Contents of(List<Line> lines) {
        Map<Name, Map<Integer, List<Line.Entry>>> entries = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line instanceof Line.Entry entry) {
                Record record = entry.record();
                entries.computeIfAbsent(record.getName(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(record.getType(), type -> new ArrayList<>())
                        .add(entry);
            }
        }
        return new Contents(entries);
    }

    Map<Integer, List<Line.Entry>> at(Name name) {
        return entries.getOrDefault(name, Map.of());
    }

    List<RecordSet> sets() {
        List<RecordSet> sets = new ArrayList<>();
        entries.forEach((name, byType) -> byType.forEach((type, lines) -> sets.add(set(lines))));
        return sets;
    }

    static RecordSet set(List<Line.Entry> lines) {
        Record first = lines.getFirst().record();
        List<Record> records = lines.stream().map(Line.Entry::record).toList();
        return new RecordSet(first.getName(), first.getType(), first.getTTL(), records);
    }
}
