package dev.caravan.simulator.dns.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;

/// A name that exists in a zone: because it owns record sets, or because a name below it exists.
///
/// @param children how many names exist one label below
record Node(Name name, List<RecordSet> sets, int children) {

    Node {
        sets = List.copyOf(sets);
    }

    static Node empty(Name name) {
        return new Node(name, List.of(), 0);
    }

    boolean vacant() {
        return sets.isEmpty() && children == 0;
    }

    Optional<RecordSet> find(int type) {
        for (RecordSet set : sets) {
            if (set.type() == type) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    Node with(RecordSet set) {
        List<RecordSet> next = new ArrayList<>(sets);
        next.replaceAll(ours -> ours.type() == set.type() ? set : ours);
        if (find(set.type()).isEmpty()) {
            next.add(set);
        }
        return new Node(name, next, children);
    }

    Node without(int type) {
        return new Node(name, sets.stream().filter(set -> set.type() != type).toList(), children);
    }

    Node withChildren(int count) {
        return new Node(name, sets, count);
    }
}
