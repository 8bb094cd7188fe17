package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.ItemChanges;
import dev.caravan.license.item.Mailbox;
import dev.caravan.license.item.Pair;
import dev.caravan.license.item.Pairing;
import dev.caravan.license.migrating.LicenseCommand.AddItems;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tool.MigrationTool;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Adds items for mailboxes. Those that cannot be paired are told at the end, when all others have theirs.
final class AddingItems implements Doing<AddItems, AddingItems.Observed, LicenseFact> {

    private final MigrationTool tool;
    private final TenantMailboxes tenants;

    AddingItems(MigrationTool tool, TenantMailboxes tenants) {
        this.tool = tool;
        this.tenants = tenants;
    }

    record Observed(Workspace workspace, Pairing pairing, List<Item> items) {

        List<ObjectFailure> failures() {
            return Stream.concat(pairing.failures().stream(), ItemChanges.misled(items, pairing.pairs()).stream())
                    .toList();
        }
    }

    @Override
    public Outcome<Observed> observe(AddItems command, Call call) {
        return Workspace.of(tool.projects(), command.label(), call)
                .then(workspace -> call.through(command.source())
                        .then(source -> call.through(command.destination())
                                .then(destination -> tenants.initialDomain(source)
                                        .then(from -> tenants.initialDomain(destination)
                                                .then(to -> observed(
                                                        command.selection(),
                                                        workspace,
                                                        new Ends(source, from, destination, to),
                                                        call))))));
    }

    /// The tenants that are copied between, and their initial domains.
    private record Ends(Call source, String from, Call destination, String to) {}

    private Outcome<Observed> observed(Selection selection, Workspace workspace, Ends ends, Call call) {
        return switch (selection) {
            case Selection.Mailboxes(var guids) -> ofMailboxes(guids, workspace, ends, call);
            case Selection.Accounts(var names) -> ofAccounts(names, workspace, ends, call);
        };
    }

    private Outcome<Observed> ofMailboxes(List<String> guids, Workspace workspace, Ends ends, Call call) {
        return tenants.of(guids, ends.source())
                .then(sources -> tool.items()
                        .from(workspace.project(), addresses(sources.values(), ends.from()), call)
                        .then(items -> tenants.madeFor(sources.keySet(), ends.destination())
                                .map(pairs -> new Observed(
                                        workspace,
                                        Pairing.of(guids, sources, ends.from(), pairs, ends.to(), items),
                                        items))));
    }

    private Outcome<Observed> ofAccounts(List<String> names, Workspace workspace, Ends ends, Call call) {
        return tenants.at(addresses(names, ends.from()), ends.source())
                .then(sources -> tenants.at(addresses(names, ends.to()), ends.destination())
                        .map(pairs -> Pairing.ofAccounts(names, sources, ends.from(), pairs, ends.to())))
                .then(pairing -> tool.items()
                        .from(
                                workspace.project(),
                                pairing.pairs().stream().map(Pair::from).toList(),
                                call)
                        .map(items -> new Observed(workspace, pairing, items)));
    }

    @Override
    public Plan plan(AddItems command, Observed observed) {
        return ItemChanges.addition(observed.items(), observed.pairing().pairs());
    }

    @Override
    public Outcome<LicenseFact> apply(AddItems command, Observed observed, Plan plan, Call call) {
        var workspace = observed.workspace();
        return EachOf.all(
                        plan.changes(),
                        observed.failures(),
                        change -> tool.items()
                                .add(
                                        workspace.customer(),
                                        workspace.project(),
                                        new Pair(change.id(), change.after().getFirst()),
                                        call))
                .map(added -> new LicenseFact.ItemsAdded(
                        added,
                        observed.pairing().pairs().size() - added,
                        observed.pairing().gone()));
    }

    private static List<String> addresses(Collection<Mailbox> mailboxes, String domain) {
        return mailboxes.stream()
                .flatMap(mailbox -> mailbox.allIn(domain).stream())
                .toList();
    }

    private static List<String> addresses(List<String> names, String domain) {
        return names.stream().map(name -> Pairing.address(name, domain)).toList();
    }
}
