package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.addressing.MailboxCommand.PurgeDeletedObjects;
import dev.caravan.mailbox.recipient.DirectoryObjects;
import dev.caravan.mailbox.reference.DeletedObject;
import java.util.Map;

/// Deletes for good what was deleted and still holds on to the moving domains.
final class PurgingDeletedObjects implements Doing<PurgeDeletedObjects, Map<String, DeletedObject>, MailboxFact> {

    private final DirectoryObjects objects;

    PurgingDeletedObjects(DirectoryObjects objects) {
        this.objects = objects;
    }

    @Override
    public Outcome<Map<String, DeletedObject>> observe(PurgeDeletedObjects command, Call call) {
        return objects.deleted(command.objects(), call);
    }

    @Override
    public Plan plan(PurgeDeletedObjects command, Map<String, DeletedObject> observed) {
        var changes = observed.values().stream()
                .flatMap(object -> object.purge(command.domains()).stream())
                .toList();
        return Plan.of(changes, observed.size());
    }

    @Override
    public Outcome<MailboxFact> apply(
            PurgeDeletedObjects command, Map<String, DeletedObject> observed, Plan plan, Call call) {
        var present = observed.size();
        return objects.purge(plan.changes(), call)
                .map(applied -> new MailboxFact.DeletedObjectsPurged(
                        applied, present - applied, command.objects().size() - present));
    }
}
