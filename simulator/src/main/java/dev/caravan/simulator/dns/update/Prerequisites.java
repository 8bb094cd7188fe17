package dev.caravan.simulator.dns.update;

import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.dns.zone.Zone;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// The conditions of an update (RFC 2136 section 3.2), of all five kinds.
final class Prerequisites {

    private Prerequisites() {}

    static Optional<Verdict.Refused> check(Zone zone, List<Record> prerequisites) {
        for (Record prerequisite : prerequisites) {
            Optional<Verdict.Refused> obstacle = check(zone, prerequisite);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return checkContents(zone, prerequisites);
    }

    private static Optional<Verdict.Refused> check(Zone zone, Record record) {
        if (record.getTTL() != 0) {
            return refused(Rcode.FORMERR, "a prerequisite has a time to live", record);
        }
        if (!record.getName().subdomain(zone.origin())) {
            return refused(Rcode.NOTZONE, "a prerequisite lies outside the zone", record);
        }
        return switch (record.getDClass()) {
            case DClass.ANY -> withoutData(record).or(() -> required(zone, record));
            case DClass.NONE -> withoutData(record).or(() -> forbidden(zone, record));
            case DClass.IN -> wholeRecord(record);
            default -> refused(Rcode.FORMERR, "a prerequisite is of an impossible class", record);
        };
    }

    private static Optional<Verdict.Refused> withoutData(Record record) {
        return Records.data(record).length == 0
                ? Optional.empty()
                : refused(Rcode.FORMERR, "a prerequisite has data where it may have none", record);
    }

    private static Optional<Verdict.Refused> wholeRecord(Record record) {
        return Type.isRR(record.getType())
                ? Optional.empty()
                : refused(Rcode.FORMERR, "a prerequisite is of an impossible type", record);
    }

    private static Optional<Verdict.Refused> required(Zone zone, Record record) {
        if (record.getType() == Type.ANY) {
            return zone.at(record.getName()).isEmpty()
                    ? refused(Rcode.NXDOMAIN, "the name is not in use", record)
                    : Optional.empty();
        }
        return zone.find(record.getName(), record.getType()).isPresent()
                ? Optional.empty()
                : refused(Rcode.NXRRSET, "there is no such record set", record);
    }

    private static Optional<Verdict.Refused> forbidden(Zone zone, Record record) {
        if (record.getType() == Type.ANY) {
            return zone.at(record.getName()).isEmpty()
                    ? Optional.empty()
                    : refused(Rcode.YXDOMAIN, "the name is in use", record);
        }
        return zone.find(record.getName(), record.getType()).isPresent()
                ? refused(Rcode.YXRRSET, "there is such a record set", record)
                : Optional.empty();
    }

    private static Optional<Verdict.Refused> checkContents(Zone zone, List<Record> prerequisites) {
        Map<Place, Set<Record>> wanted = new LinkedHashMap<>();
        for (Record record : prerequisites) {
            if (record.getDClass() == DClass.IN) {
                wanted.computeIfAbsent(new Place(record.getName(), record.getType()), place -> new HashSet<>())
                        .add(record);
            }
        }
        for (Map.Entry<Place, Set<Record>> entry : wanted.entrySet()) {
            Place place = entry.getKey();
            Set<Record> there = zone.find(place.name(), place.type())
                    .<Set<Record>>map(set -> new HashSet<>(set.records()))
                    .orElse(Set.of());
            if (!there.equals(entry.getValue())) {
                return refused(
                        Rcode.NXRRSET,
                        "the record set holds other data",
                        entry.getValue().iterator().next());
            }
        }
        return Optional.empty();
    }

    private static Optional<Verdict.Refused> refused(int rcode, String why, Record record) {
        String what = record.getName() + " " + Type.string(record.getType());
        return Optional.of(new Verdict.Refused(rcode, why + ": " + what));
    }

    private record Place(Name name, int type) {}
}
