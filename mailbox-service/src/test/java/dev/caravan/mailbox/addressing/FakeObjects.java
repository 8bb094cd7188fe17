package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.recipient.DirectoryObjects;
import dev.caravan.mailbox.reference.Application;
import dev.caravan.mailbox.reference.DeletedObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tenant's applications and deleted objects.
public final class FakeObjects implements DirectoryObjects {

    private final Map<String, Application> applications = new LinkedHashMap<>();
    private final Map<String, DeletedObject> deleted = new LinkedHashMap<>();
    private final List<Change> changed = new ArrayList<>();

    FakeObjects application(String id, String... uris) {
        applications.put(id, new Application(id, id, List.of(uris)));
        return this;
    }

    FakeObjects deletedUser(String id, String... names) {
        deleted.put(id, new DeletedObject(id, DeletedObject.Kind.DELETED_USER, id, List.of(names)));
        return this;
    }

    List<Change> changed() {
        return changed;
    }

    @Override
    public Outcome<Map<String, Application>> applications(Collection<String> ids, Call call) {
        var found = new LinkedHashMap<>(applications);
        found.keySet().retainAll(ids);
        return Outcome.done(found);
    }

    @Override
    public Outcome<Map<String, DeletedObject>> deleted(Collection<String> ids, Call call) {
        var found = new LinkedHashMap<>(deleted);
        found.keySet().retainAll(ids);
        return Outcome.done(found);
    }

    @Override
    public Outcome<Integer> changeIdentifierUris(List<Change> changes, Call call) {
        changes.forEach(change -> applications.computeIfPresent(
                change.id(), (id, application) -> new Application(id, application.displayName(), change.after())));
        changed.addAll(changes);
        return Outcome.done(changes.size());
    }

    @Override
    public Outcome<Integer> purge(List<Change> changes, Call call) {
        changes.forEach(change -> deleted.remove(change.id()));
        changed.addAll(changes);
        return Outcome.done(changes.size());
    }
}
