package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.ItemChanges;
import dev.caravan.license.item.Pair;
import dev.caravan.license.item.Pairing;
import dev.caravan.license.migrating.LicenseCommand.AddItems;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tool.MigrationTool;
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
                .then(workspace -> pairing(command, call)
                        .then(pairing -> tool.items()
                                .from(
                                        workspace.project(),
                                        pairing.pairs().stream().map(Pair::from).toList(),
                                        call)
                                .map(items -> new Observed(workspace, pairing, items))));
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

    private Outcome<Pairing> pairing(AddItems command, Call call) {
        return call.through(command.source())
                .then(source -> call.through(command.destination())
                        .then(destination -> tenants.initialDomain(source)
                                .then(from -> tenants.initialDomain(destination)
                                        .then(to -> pairing(command.selection(), source, from, destination, to)))));
    }

    private Outcome<Pairing> pairing(Selection selection, Call source, String from, Call destination, String to) {
        return switch (selection) {
            case Selection.Mailboxes(var guids) ->
                tenants.of(guids, source)
                        .then(sources -> tenants.madeFor(sources.keySet(), destination)
                                .map(pairs -> Pairing.of(guids, sources, from, pairs, to)));
            case Selection.Accounts(var names) ->
                tenants.at(addresses(names, from), source)
                        .then(sources -> tenants.at(addresses(names, to), destination)
                                .map(pairs -> Pairing.ofAccounts(names, sources, from, pairs, to)));
        };
    }

    private static List<String> addresses(List<String> names, String domain) {
        return names.stream().map(name -> Pairing.address(name, domain)).toList();
    }
}
