package dev.caravan.simulator.dns.zone;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/// The next version of a zone while it is being made. Knows no rules but those of a record set.
public final class ZoneEdit {

    private final Zone base;
    private final Nodes nodes;
    private final Set<Place> touched = new LinkedHashSet<>();

    ZoneEdit(Zone base) {
        this.base = base;
        this.nodes = new Nodes(base.origin(), base.names());
    }

    /// The zone's name.
    public Name origin() {
        return base.origin();
    }

    /// As [Zone#find].
    public Optional<RecordSet> find(Name name, int type) {
        Node node = nodes.find(name);
        return node == null ? Optional.empty() : node.find(type);
    }

    /// As [Zone#at].
    public List<RecordSet> at(Name name) {
        Node node = nodes.find(name);
        return node == null ? List.of() : node.sets();
    }

    /// Puts a set in the place of the one of its name and type.
    public void put(RecordSet set) {
        touched.add(new Place(set.name(), set.type()));
        nodes.put(set);
    }

    /// Takes a set away, if it is there.
    public void remove(Name name, int type) {
        touched.add(new Place(name, type));
        nodes.remove(name, type);
    }

    /// Adds a record; its time to live becomes that of its set.
    public void add(Record record) {
        RecordSet next = find(record.getName(), record.getType())
                .map(set -> set.with(record))
                .orElseGet(() -> RecordSet.of(record));
        put(next);
    }

    /// Takes a record away, if it is there.
    public void remove(Record record) {
        find(record.getName(), record.getType())
                .filter(set -> set.find(record).isPresent())
                .ifPresent(set -> set.without(record)
                        .ifPresentOrElse(this::put, () -> remove(record.getName(), record.getType())));
    }

    void remove(Record record, String because) {
        if (find(record.getName(), record.getType())
                .flatMap(set -> set.find(record))
                .isEmpty()) {
            throw new IllegalArgumentException("not in the zone, but " + because + ": " + Records.line(record));
        }
        remove(record);
    }

    /// What differs from the version that the edit began with; the serial counts on by itself unless the edit itself
    /// has put a later one. Empty if nothing differs.
    public Optional<ZoneChange> change() {
        List<Record> removed = new ArrayList<>();
        List<Record> added = new ArrayList<>();
        for (Place place : touched) {
            if (place.type() != Type.SOA) {
                compare(place, removed, added);
            }
        }
        SOARecord after = soa();
        if (removed.isEmpty()
                && added.isEmpty()
                && after.equals(base.soa())
                && after.getTTL() == base.soa().getTTL()) {
            return Optional.empty();
        }
        return Optional.of(new ZoneChange(base.soa(), numbered(after), removed, added));
    }

    private void compare(Place place, List<Record> removed, List<Record> added) {
        Optional<RecordSet> before = base.find(place.name(), place.type());
        Optional<RecordSet> after = find(place.name(), place.type());
        before.ifPresent(set ->
                set.records().stream().filter(record -> !holds(after, record)).forEach(removed::add));
        after.ifPresent(set ->
                set.records().stream().filter(record -> !holds(before, record)).forEach(added::add));
    }

    private static boolean holds(Optional<RecordSet> set, Record record) {
        return set.filter(there -> there.ttl() == record.getTTL())
                .flatMap(there -> there.find(record))
                .isPresent();
    }

    private SOARecord soa() {
        return find(origin(), Type.SOA)
                .map(set -> (SOARecord) set.records().getFirst())
                .orElseThrow(() -> new IllegalStateException("zone " + origin() + " lost its SOA record"));
    }

    private SOARecord numbered(SOARecord soa) {
        if (new Serial(soa.getSerial()).isAfter(base.serial())) {
            return soa;
        }
        return Records.withSerial(soa, base.serial().next());
    }

    Zone zone() {
        return new Zone(origin(), nodes.table());
    }

    private record Place(Name name, int type) {}
}
