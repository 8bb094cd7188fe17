package dev.caravan.simulator.dns.master;

import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.dns.zone.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/// Writes a later version of a zone in the style of its file: lines of unchanged records as they are, changed times to
/// live and serials in place, new records after their kin.
final class Rewriting {

    private final String text;
    private final List<Line> lines;
    private final Zone original;
    private final String lineEnd;

    private final StringBuilder out = new StringBuilder();
    private final Ttls ttls = new Ttls();
    private @Nullable Name owner;
    private Name origin;

    Rewriting(String text, List<Line> lines, Zone original) {
        this.text = text;
        this.lines = lines;
        this.original = original;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.origin = original.origin();
    }

    String of(Zone version) {
        Map<Line, List<Record>> additions = new HashMap<>();
        List<Record> last = new ArrayList<>();
        Kin kin = Kin.of(lines);
        for (Record record : newRecords(version)) {
            kin.of(record)
                    .map(place -> additions.computeIfAbsent(place, key -> new ArrayList<>()))
                    .orElse(last)
                    .add(record);
        }
        for (Line line : lines) {
            write(line, version);
            additions.getOrDefault(line, List.of()).forEach(this::write);
        }
        last.forEach(this::write);
        return out.toString();
    }

    private List<Record> newRecords(Zone version) {
        Set<Record> written = new HashSet<>();
        for (Line line : lines) {
            if (line instanceof Line.Entry entry) {
                kept(entry, version).ifPresent(written::add);
            }
        }
        return version.sets()
                .sorted(RecordSet.canonicalOrder())
                .flatMap(set -> set.records().stream())
                .filter(record -> !written.contains(record))
                .toList();
    }

    private static Optional<Record> kept(Line.Entry entry, Zone version) {
        Record record = entry.record();
        Optional<RecordSet> set = version.find(record.getName(), record.getType());
        if (record.getType() == Type.SOA) {
            return entry.data().size() == 7 ? set.map(found -> found.records().getFirst()) : Optional.empty();
        }
        return set.flatMap(found -> found.find(record));
    }

    private void write(Line line, Zone version) {
        switch (line) {
            case Line.Blank blank -> copy(blank.statement());
            case Line.Origin(Statement statement, Name name) -> {
                copy(statement);
                origin = name;
            }
            case Line.DefaultTtl(Statement statement, long ttl) -> {
                copy(statement);
                ttls.setDefault(ttl);
            }
            case Line.Entry entry -> kept(entry, version).ifPresent(record -> write(entry, record));
        }
    }

    private void write(Line.Entry entry, Record now) {
        Statement statement = entry.statement();
        List<Replacement> replacements = new ArrayList<>();
        if (statement.indented() && !now.getName().equals(owner)) {
            replacements.add(Replacement.insert(statement.start(), Names.relative(now.getName(), origin)));
        }
        long ttl = ttl(entry, now);
        if (entry.ttl().isPresent()) {
            if (ttl != entry.record().getTTL()) {
                replacements.add(Replacement.of(entry.ttl().get(), Long.toString(ttl)));
            }
        } else if (!ttls.inherited(now).equals(Optional.of(ttl))) {
            replacements.add(Replacement.insert(entry.body().start(), ttl + " "));
        }
        if (now instanceof SOARecord soa) {
            replacements.addAll(soaReplacements((SOARecord) entry.record(), soa, entry.data()));
        }
        startLine();
        Replacement.apply(text, statement.start(), statement.end(), replacements, out);
        owner = now.getName();
        ttls.used(ttl);
    }

    /// What the line's record shall live for: what the line itself says, unless the set's time to live has changed.
    private long ttl(Line.Entry entry, Record now) {
        boolean changed = original.find(now.getName(), now.getType())
                .filter(set -> set.ttl() == now.getTTL())
                .isEmpty();
        return changed ? now.getTTL() : entry.record().getTTL();
    }

    private static List<Replacement> soaReplacements(SOARecord before, SOARecord now, List<Token> data) {
        List<Object> old = fields(before);
        List<Object> fields = fields(now);
        List<Replacement> replacements = new ArrayList<>();
        for (int field = 0; field < fields.size(); field++) {
            if (!fields.get(field).equals(old.get(field))) {
                replacements.add(
                        Replacement.of(data.get(field), fields.get(field).toString()));
            }
        }
        return replacements;
    }

    private static List<Object> fields(SOARecord soa) {
        return List.of(
                soa.getHost(),
                soa.getAdmin(),
                soa.getSerial(),
                soa.getRefresh(),
                soa.getRetry(),
                soa.getExpire(),
                soa.getMinimum());
    }

    private void write(Record record) {
        startLine();
        out.append(Names.relative(record.getName(), origin))
                .append(' ')
                .append(record.getTTL())
                .append(" IN ")
                .append(Type.string(record.getType()))
                .append(' ')
                .append(Records.text(record))
                .append(lineEnd);
        owner = record.getName();
        ttls.used(record.getTTL());
    }

    private void copy(Statement statement) {
        startLine();
        out.append(text, statement.start(), statement.end());
    }

    private void startLine() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append(lineEnd);
        }
    }
}
