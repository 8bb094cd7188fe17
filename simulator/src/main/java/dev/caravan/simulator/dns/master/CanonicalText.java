package dev.caravan.simulator.dns.master;

import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.dns.zone.Zone;
import java.util.stream.Collectors;

/// A zone as a master file without any style of its own: a record a line, full names, in DNS order.
final class CanonicalText {

    private CanonicalText() {}

    static String of(Zone zone) {
        return zone.sets()
                .sorted(RecordSet.canonicalOrder())
                .flatMap(set -> set.records().stream())
                .map(record -> Records.line(record) + "\n")
                .collect(Collectors.joining());
    }
}
