package dev.caravan.simulator.dns.zone;

import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// What a question finds in a zone, by the algorithm of RFC 1034 section 4.3.2 with the wildcards of RFC 4592.
public sealed interface Lookup {

    /// The name has such records; a wildcard's carry the name that was asked for.
    record Found(List<RecordSet> sets) implements Lookup {}

    /// The name is another name for the target.
    record Alias(RecordSet cname) implements Lookup {}

    /// Everything below the owner is to be looked for below the target.
    record Moved(RecordSet dname) implements Lookup {}

    /// Others serve this part of the zone.
    record Delegated(RecordSet servers) implements Lookup {}

    /// The name exists, such records do not.
    record NoData() implements Lookup {}

    /// The name does not exist.
    record NoName() implements Lookup {}

    /// Asks a zone.
    ///
    /// @param name at or below the zone's name
    /// @param type [Type#ANY] for whatever there is
    static Lookup in(Zone zone, Name name, int type) {
        Name closest = zone.origin();
        int below = name.labels() - zone.origin().labels();
        for (int cut = below; cut >= 0; cut--) {
            Name here = new Name(name, cut);
            Node node = zone.node(here);
            if (node == null) {
                break;
            }
            closest = here;
            if (cut < below && node.find(Type.NS).isPresent() && !(cut == 0 && type == Type.DS)) {
                return new Delegated(node.find(Type.NS).orElseThrow());
            }
            if (cut > 0 && node.find(Type.DNAME).isPresent()) {
                return new Moved(node.find(Type.DNAME).orElseThrow());
            }
        }
        if (closest.equals(name)) {
            return at(zone.at(name), type);
        }
        return wildcard(zone, closest, name, type);
    }

    private static Lookup wildcard(Zone zone, Name closest, Name name, int type) {
        Node wild = zone.node(Names.below(closest, "*"));
        if (wild == null) {
            return new NoName();
        }
        return at(wild.sets().stream().map(set -> set.at(name)).toList(), type);
    }

    private static Lookup at(List<RecordSet> sets, int type) {
        List<RecordSet> found = type == Type.ANY
                ? sets
                : sets.stream().filter(set -> set.type() == type).toList();
        if (!found.isEmpty()) {
            return new Found(found);
        }
        for (RecordSet set : sets) {
            if (set.type() == Type.CNAME) {
                return new Alias(set);
            }
        }
        return new NoData();
    }
}
