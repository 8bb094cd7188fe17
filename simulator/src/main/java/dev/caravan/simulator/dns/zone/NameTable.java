package dev.caravan.simulator.dns.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/// A hash table of nodes that never changes: a changed copy shares all buckets but those of the changed names, so a
/// version of a zone of a hundred thousand names costs what changed.
final class NameTable {

    private static final int NAMES_PER_BUCKET = 4;
    private static final int BUCKETS_MIN = 16;

    private final Node[][] buckets;
    private final int names;

    private NameTable(Node[][] buckets, int names) {
        this.buckets = buckets;
        this.names = names;
    }

    static NameTable forNames(int expected) {
        int wanted = Math.max(BUCKETS_MIN, expected / NAMES_PER_BUCKET);
        Node[][] buckets = new Node[Integer.highestOneBit(wanted) * 2][];
        Arrays.fill(buckets, new Node[0]);
        return new NameTable(buckets, 0);
    }

    @Nullable
    Node find(Name name) {
        for (Node node : buckets[bucket(name)]) {
            if (node.name().equals(name)) {
                return node;
            }
        }
        return null;
    }

    /// With these nodes in the place of those of the same names; vacant ones are left out.
    NameTable with(Collection<Node> changed) {
        Map<Integer, List<Node>> byBucket = new HashMap<>();
        changed.forEach(node -> byBucket.computeIfAbsent(bucket(node.name()), key -> new ArrayList<>())
                .add(node));
        Node[][] next = buckets.clone();
        int count = names;
        for (Map.Entry<Integer, List<Node>> entry : byBucket.entrySet()) {
            Node[] before = next[entry.getKey()];
            Node[] after = merged(before, entry.getValue());
            next[entry.getKey()] = after;
            count += after.length - before.length;
        }
        return new NameTable(next, count);
    }

    private static Node[] merged(Node[] before, List<Node> changed) {
        Map<Name, Node> merged = new HashMap<>();
        Arrays.asList(before).forEach(node -> merged.put(node.name(), node));
        for (Node node : changed) {
            if (node.vacant()) {
                merged.remove(node.name());
            } else {
                merged.put(node.name(), node);
            }
        }
        return merged.values().toArray(Node[]::new);
    }

    Stream<Node> nodes() {
        return Arrays.stream(buckets).flatMap(Arrays::stream);
    }

    int names() {
        return names;
    }

    private int bucket(Name name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 16)) & (buckets.length - 1);
    }
}
