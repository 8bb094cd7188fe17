package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.orchestrator.run.ChunkRange;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.runbook.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which objects a snapshot of the inventory holds: their ids alone, because a chunk is a range of keys and carries no
/// more. Snapshots are immutable, so a range means the same objects at every attempt.
final class ObjectShelf {

    private static final byte[] NOTHING = {};
    private static final String CURRENT = "~current";
    private static final String KEY_SEPARATOR = "/";

    private final StagedStore objects;

    ObjectShelf(StagedStore objects) {
        this.objects = objects;
    }

    /// A stretch of objects.
    record Cut(ChunkRange range, boolean last) {}

    void put(String run, String snapshot, String kind, String id) {
        objects.put(StoreKey.of(run, snapshot, kind, id), NOTHING);
    }

    void remove(String run, String snapshot, String kind, String id) {
        objects.delete(StoreKey.of(run, snapshot, kind, id));
    }

    /// A capture of this snapshot is done: steps that are cut from now on go over it.
    void use(RunId run, String snapshot) {
        objects.put(StoreKey.of(run, CURRENT), snapshot.getBytes(UTF_8));
    }

    /// The next objects of a kind; of the snapshot that the chunk before was cut from, or else of the current one.
    /// Empty when there are none.
    Optional<Cut> cut(RunId run, ObjectKind kind, Optional<String> afterKey, int objectsMax, int bytesMax) {
        var snapshot = afterKey.map(ObjectShelf::snapshotOf).or(() -> current(run));
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

    private Optional<String> current(RunId run) {
        return objects.get(StoreKey.of(run, CURRENT)).map(name -> new String(name, UTF_8));
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
