package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.addressing.MailboxCommand.ReplaceIdentifierUris;
import dev.caravan.mailbox.recipient.DirectoryObjects;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.reference.Application;
import dev.caravan.mailbox.reference.IdentifierUris;
import java.util.Collection;

/// Has applications let go of the moving domains.
final class ReplacingIdentifierUris
        implements Doing<ReplaceIdentifierUris, ReplacingIdentifierUris.Observed, MailboxFact> {

    private final RecipientDirectory directory;
    private final DirectoryObjects objects;

    ReplacingIdentifierUris(RecipientDirectory directory, DirectoryObjects objects) {
        this.directory = directory;
        this.objects = objects;
    }

    record Observed(String initialDomain, Collection<Application> applications) {}

    @Override
    public Outcome<Observed> observe(ReplaceIdentifierUris command, Call call) {
        return directory
                .initialDomain(call)
                .then(domain -> objects.applications(command.applications(), call)
                        .map(applications -> new Observed(domain, applications.values())));
    }

    @Override
    public Plan plan(ReplaceIdentifierUris command, Observed observed) {
        var changes = observed.applications().stream()
                .flatMap(application ->
                        IdentifierUris.plan(application, command.domains(), observed.initialDomain()).stream())
                .toList();
        return Plan.of(changes, observed.applications().size());
    }

    @Override
    public Outcome<MailboxFact> apply(ReplaceIdentifierUris command, Observed observed, Plan plan, Call call) {
        var present = observed.applications().size();
        return objects.changeIdentifierUris(plan.changes(), call)
                .map(applied -> new MailboxFact.IdentifierUrisReplaced(
                        applied, present - applied, command.applications().size() - present));
    }
}
