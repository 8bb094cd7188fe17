package dev.caravan.simulator.dns.zone;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/// One version of a zone. It never changes; the next version shares with it what did not change.
public final class Zone {

    private final Name origin;
    private final NameTable names;
    private final SOARecord soa;

    Zone(Name origin, NameTable names) {
        this.origin = origin;
        this.names = names;
        Node apex = names.find(origin);
        RecordSet start = apex == null ? null : apex.find(Type.SOA).orElse(null);
        if (start == null) {
            throw new IllegalArgumentException("zone " + origin + " has no SOA record");
        }
        this.soa = (SOARecord) start.records().getFirst();
    }

    /// A first version.
    ///
    /// @throws IllegalArgumentException if there is no SOA record
    public static Zone of(Name origin, Collection<RecordSet> sets) {
        Nodes nodes = new Nodes(origin, NameTable.forNames(sets.size()));
        sets.forEach(nodes::put);
        return new Zone(origin, nodes.table());
    }

    /// The name of the zone.
    public Name origin() {
        return origin;
    }

    /// The record that starts the zone.
    public SOARecord soa() {
        return soa;
    }

    /// This version's number.
    public Serial serial() {
        return new Serial(soa.getSerial());
    }

    /// The records that really stand there: wildcards and delegations have no meaning here.
    public Optional<RecordSet> find(Name name, int type) {
        Node node = names.find(name);
        return node == null ? Optional.empty() : node.find(type);
    }

    /// All record sets that really stand at a name.
    public List<RecordSet> at(Name name) {
        Node node = names.find(name);
        return node == null ? List.of() : node.sets();
    }

    /// True for every name that owns records or has such names below.
    public boolean exists(Name name) {
        return names.find(name) != null;
    }

    /// All record sets, the SOA first, the others in no order.
    public Stream<RecordSet> sets() {
        RecordSet start = RecordSet.of(soa);
        return Stream.concat(
                Stream.of(start),
                names.nodes().flatMap(node -> node.sets().stream()).filter(set -> set.type() != Type.SOA));
    }

    /// All records, the SOA first.
    public Stream<Record> records() {
        return sets().flatMap(set -> set.records().stream());
    }

    /// Begins to make the next version.
    public ZoneEdit edit() {
        return new ZoneEdit(this);
    }

    /// The version that a change leads to.
    ///
    /// @throws IllegalArgumentException if the change starts from another version
    public Zone after(ZoneChange change) {
        if (!change.from().equals(serial())) {
            throw new IllegalArgumentException(
                    "zone " + origin + " has serial " + serial() + ", the change starts from " + change.from());
        }
        ZoneEdit edit = edit();
        change.removed().forEach(record -> edit.remove(record, "the change removes it"));
        change.added().forEach(edit::add);
        edit.put(RecordSet.of(change.after()));
        return edit.zone();
    }

    NameTable names() {
        return names;
    }

    @Nullable
    Node node(Name name) {
        return names.find(name);
    }
}
