package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// The object in the directory that a recipient is there.
public final class Mirror {

    private static final List<Kind> KINDS = List.of(Kind.USERS, Kind.GROUPS);

    private Mirror() {}

    /// Changes it with the recipient, if there is one.
    public static void change(Change change, Recipient recipient, Consumer<ObjectNode> edit) {
        recipient.directoryId().ifPresent(id -> KINDS.forEach(kind -> change(change, kind, id, edit)));
    }

    private static void change(Change change, Kind kind, String id, Consumer<ObjectNode> edit) {
        change.tenant().all(kind).stream()
                .filter(object -> object.is("id", id))
                .findFirst()
                .ifPresent(object -> {
                    ObjectNode value = ((ObjectNode) object.value()).deepCopy();
                    edit.accept(value);
                    change.replace(kind, object, value);
                });
    }
}
