package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Erasure;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Optional;

/// Deletes for good what was deleted.
record DeletedItems(Change change) {

    private static final List<Kind> KINDS = List.of(Kind.DELETED_USERS, Kind.DELETED_GROUPS);

    void remove(String id) {
        for (Kind kind : KINDS) {
            Optional<JsonLine> object = change.tenant().all(kind).stream()
                    .filter(deleted -> deleted.is("id", id))
                    .findFirst();
            if (object.isPresent()) {
                change.remove(kind, object.get());
                new Erasure(change).traces(id);
                change.effect("%s %s: deleted for good".formatted(kind.file(), id));
                return;
            }
        }
        throw GraphError.notFound(id);
    }
}
