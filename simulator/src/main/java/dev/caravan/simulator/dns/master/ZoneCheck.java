package dev.caravan.simulator.dns.master;

import java.util.List;
import java.util.Map;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// What an authoritative server demands of a whole zone before it loads it.
final class ZoneCheck {

    private final Name origin;
    private final Problems problems;

    ZoneCheck(Name origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    void check(Contents contents) {
        contents.entries().forEach((name, byType) -> {
            byType.values().forEach(lines -> lines.forEach(this::checkPlace));
            checkAliases(name, byType);
            checkSingle(name, byType, Type.DNAME);
        });
        checkApex(contents.at(origin));
    }

    private void checkPlace(Line.Entry entry) {
        Record record = entry.record();
        if (!record.getName().subdomain(origin)) {
            add(entry, "record " + record.getName() + " lies outside zone " + origin);
        } else if (record.getType() == Type.SOA && !record.getName().equals(origin)) {
            add(entry, "a SOA record may stand only at " + origin + ", not at " + record.getName());
        }
    }

    private void checkAliases(Name name, Map<Integer, List<Line.Entry>> byType) {
        checkSingle(name, byType, Type.CNAME);
        List<Line.Entry> aliases = byType.getOrDefault(Type.CNAME, List.of());
        if (!aliases.isEmpty() && byType.size() > 1) {
            Line.Entry last = byType.values().stream()
                    .map(List::getFirst)
                    .reduce(aliases.getFirst(), (one, other) -> later(one, other));
            add(last, name + " has a CNAME record and other data");
        }
    }

    private static Line.Entry later(Line.Entry one, Line.Entry other) {
        return one.statement().line() > other.statement().line() ? one : other;
    }

    private void checkSingle(Name name, Map<Integer, List<Line.Entry>> byType, int type) {
        List<Line.Entry> lines = byType.getOrDefault(type, List.of());
        lines.stream()
                .filter(line -> !line.record().equals(lines.getFirst().record()))
                .findFirst()
                .ifPresent(line -> add(line, name + " has more than one " + Type.string(type) + " record"));
    }

    private void checkApex(Map<Integer, List<Line.Entry>> apex) {
        checkSingle(origin, apex, Type.SOA);
        if (!apex.containsKey(Type.SOA)) {
            problems.add(0, "zone " + origin + " has no SOA record");
        }
        if (!apex.containsKey(Type.NS)) {
            problems.add(0, "zone " + origin + " has no NS record");
        }
    }

    private void add(Line.Entry entry, String message) {
        problems.add(entry.statement().line(), message);
    }
}
