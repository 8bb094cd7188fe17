package dev.caravan.simulator.dns.master;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/// Where new records go: after the last line of the same name and type, else of the same name.
record Kin(Map<Name, Line> byName, Map<Name, Map<Integer, Line>> byType) {

    static Kin of(List<Line> lines) {
        Kin kin = new Kin(new HashMap<>(), new HashMap<>());
        for (Line line : lines) {
            if (line instanceof Line.Entry(var statement, var origin, Record record, var ttl, var body, var data)) {
                kin.byName.put(record.getName(), line);
                kin.byType
                        .computeIfAbsent(record.getName(), name -> new HashMap<>())
                        .put(record.getType(), line);
            }
        }
        return kin;
    }

    Optional<Line> of(Record record) {
        Line same = byType.getOrDefault(record.getName(), Map.of()).get(record.getType());
        return Optional.ofNullable(same == null ? byName.get(record.getName()) : same);
    }
}
