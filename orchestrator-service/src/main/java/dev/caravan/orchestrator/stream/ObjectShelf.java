package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.orchestrator.run.ChunkRange;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.runbook.ObjectKind;
import dev.caravan.orchestrator.runbook.RoleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which objects a snapshot of the inventory holds: their ids and digests alone, because a chunk is a range of keys and
/// carries no more. Snapshots are immutable, so a range means the same objects at every attempt. Topics give no order
/// among each other, so the answer that a snapshot is finished may come before its last object; it waits here.
final class ObjectShelf {

    private static final String CURRENT = "~current";
    private static final String SUM = "~sum";
    private static final String LATE = "~late";
    private static final String KEY_SEPARATOR = "/";

    private final StagedStore objects;

    ObjectShelf(StagedStore objects) {
        this.objects = objects;
    }

    /// A stretch of objects.
    record Cut(ChunkRange range, boolean last) {}

    void put(String run, String snapshot, String kind, String id, String json) {
        var key = StoreKey.of(run, snapshot, kind, id);
        var digest = SnapshotSum.digestOf(kind, id, json);
        keepSum(run, snapshot, sum(run, snapshot).with(digest, objects.get(key)));
        objects.put(key, digest);
    }

    void remove(String run, String snapshot, String kind, String id) {
        var key = StoreKey.of(run, snapshot, kind, id);
        objects.get(key).ifPresent(digest -> {
            keepSum(run, snapshot, sum(run, snapshot).without(digest));
            objects.delete(key);
        });
    }

    /// Whether exactly the objects are here that the capture counted.
    boolean holds(String run, Capture capture) {
        return sum(run, capture.snapshotId()).is(capture);
    }

    /// Keeps an answer until the objects that it speaks of are here.
    void await(String run, Capture capture, LateAnswer answer) {
        objects.put(StoreKey.of(run, LATE, capture.snapshotId()), answer.encode());
    }

    /// The answer that waits for objects of this snapshot.
    Optional<LateAnswer> awaiting(String run, String snapshot) {
        return objects.get(StoreKey.of(run, LATE, snapshot)).map(LateAnswer::decode);
    }

    /// A capture of this snapshot is done: steps on that role that are cut from now on go over it.
    void use(RunId run, RoleName role, String snapshot) {
        objects.delete(StoreKey.of(run, LATE, snapshot));
        objects.put(StoreKey.of(run, CURRENT, role), snapshot.getBytes(UTF_8));
    }

    /// The next objects of a kind; of the snapshot that the chunk before was cut from, or else of the role's current
    /// one. Empty when there are none.
    Optional<Cut> cut(
            RunId run, RoleName role, ObjectKind kind, Optional<String> afterKey, int objectsMax, int bytesMax) {
        var snapshot = afterKey.map(ObjectShelf::snapshotOf).or(() -> current(run, role));
        if (snapshot.isEmpty()) {
            return Optional.empty();
        }
        var from = afterKey.map(key -> keyOf(run, kind, key).next())
                .orElseGet(() -> StoreKey.firstUnder(run, snapshot.get(), kind));
        var ids = ids(from, StoreKey.lastUnder(run, snapshot.get(), kind), objectsMax + 1);
        var fitting = fitting(ids, objectsMax, bytesMax);
        if (fitting == 0) {
            return Optional.empty();
        }
        var range = new ChunkRange(
                snapshot.get() + KEY_SEPARATOR + ids.getFirst(),
                snapshot.get() + KEY_SEPARATOR + ids.get(fitting - 1),
                fitting);
        return Optional.of(new Cut(range, fitting == ids.size()));
    }

    /// The ids of a range that was cut before.
    List<String> ids(RunId run, ObjectKind kind, ChunkRange range) {
        return ids(keyOf(run, kind, range.fromKey()), keyOf(run, kind, range.toKey()), range.objects());
    }

    private Optional<String> current(RunId run, RoleName role) {
        return objects.get(StoreKey.of(run, CURRENT, role)).map(name -> new String(name, UTF_8));
    }

    private SnapshotSum sum(String run, String snapshot) {
        return objects.get(StoreKey.of(run, SUM, snapshot))
                .map(SnapshotSum::decode)
                .orElse(SnapshotSum.NOTHING);
    }

    private void keepSum(String run, String snapshot, SnapshotSum sum) {
        objects.put(StoreKey.of(run, SUM, snapshot), sum.encode());
    }

    private List<String> ids(StoreKey from, StoreKey to, int atMost) {
        return objects.scan(from, to, entries -> {
            var ids = new ArrayList<String>();
            while (entries.hasNext() && ids.size() < atMost) {
                ids.add(StoreKey.parts(entries.next().getKey()).getLast());
            }
            return ids;
        });
    }

    private static int fitting(List<String> ids, int objectsMax, int bytesMax) {
        var bytes = 0;
        var count = 0;
        for (var id : ids) {
            bytes += id.getBytes(UTF_8).length + 5;
            if (count == objectsMax || (bytes > bytesMax && count > 0)) {
                return count;
            }
            count++;
        }
        return count;
    }

    private static StoreKey keyOf(RunId run, ObjectKind kind, String key) {
        var snapshot = snapshotOf(key);
        return StoreKey.of(run, snapshot, kind, key.substring(snapshot.length() + 1));
    }

    private static String snapshotOf(String key) {
        return key.substring(0, key.indexOf(KEY_SEPARATOR));
    }
}
