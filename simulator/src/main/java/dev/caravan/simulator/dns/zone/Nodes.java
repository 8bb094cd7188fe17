package dev.caravan.simulator.dns.zone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/// The nodes of the next version while it is being made; keeps the names between a record and the apex in existence.
final class Nodes {

    private final Name origin;
    private final NameTable base;
    private final Map<Name, Node> changed = new LinkedHashMap<>();

    Nodes(Name origin, NameTable base) {
        this.origin = origin;
        this.base = base;
    }

    @Nullable
    Node find(Name name) {
        Node node = changed.get(name);
        if (node == null) {
            return base.find(name);
        }
        return node.vacant() ? null : node;
    }

    void put(RecordSet set) {
        Node node = find(set.name());
        if (node == null) {
            bear(set.name());
            node = Node.empty(set.name());
        }
        keep(node.with(set));
    }

    void remove(Name name, int type) {
        Node node = find(name);
        if (node == null) {
            return;
        }
        keep(node.without(type));
        bury(name);
    }

    NameTable table() {
        return base.with(changed.values());
    }

    private void keep(Node node) {
        changed.put(node.name(), node);
    }

    private void bear(Name name) {
        if (name.equals(origin)) {
            return;
        }
        Name above = new Name(name, 1);
        Node parent = find(above);
        if (parent == null) {
            bear(above);
            parent = Node.empty(above);
        }
        keep(parent.withChildren(parent.children() + 1));
    }

    private void bury(Name name) {
        Node node = changed.get(name);
        if (node == null || !node.vacant() || name.equals(origin)) {
            return;
        }
        Name above = new Name(name, 1);
        Node parent = find(above);
        if (parent != null) {
            keep(parent.withChildren(parent.children() - 1));
            bury(above);
        }
    }
}
