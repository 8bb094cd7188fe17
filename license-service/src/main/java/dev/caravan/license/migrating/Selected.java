package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.ItemChanges;
import dev.caravan.license.item.Mailbox;
import dev.caravan.license.item.Pairing;
import dev.caravan.license.project.Label;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tool.MigrationTool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The items of those whom a command is about.
///
/// @param failures those who have none, and why
/// @param gone how many mailboxes are not there any more
record Selected(Workspace workspace, List<Item> items, List<ObjectFailure> failures, int gone) {

    Selected {
        items = List.copyOf(items);
        failures = List.copyOf(failures);
    }

    /// Reads them: an item is known by an address that its mailbox has in the source's initial domain. A mailbox may
    /// have got
    /// another one there since, with a new sign-in name.
    static Outcome<Selected> of(
            Selection selection, Target source, Label label, MigrationTool tool, TenantMailboxes tenants, Call call) {
        return Workspace.of(tool.projects(), label, call)
                .then(workspace -> addresses(selection, source, tenants, call)
                        .then(addresses -> tool.items()
                                .from(workspace.project(), addresses.all(), call)
                                .map(items -> of(workspace, addresses, items))));
    }

    /// @param of the addresses of whom it is asked about, by how that one is called
    private record Addresses(Map<String, List<String>> of, List<ObjectFailure> failures, int gone) {

        List<String> all() {
            return of.values().stream().flatMap(List::stream).toList();
        }
    }

    private static Outcome<Addresses> addresses(
            Selection selection, Target source, TenantMailboxes tenants, Call call) {
        return call.through(source)
                .then(through -> tenants.initialDomain(through).then(domain -> switch (selection) {
                    case Selection.Mailboxes(var guids) ->
                        tenants.of(guids, through).map(found -> addresses(guids, found, domain));
                    case Selection.Accounts(var names) -> Outcome.done(ofAccounts(names, domain));
                }));
    }

    private static Addresses addresses(List<String> guids, Map<String, Mailbox> found, String domain) {
        var addresses = new LinkedHashMap<String, List<String>>();
        found.forEach((guid, mailbox) -> {
            var inDomain = mailbox.allIn(domain);
            if (!inDomain.isEmpty()) {
                addresses.put(guid, inDomain);
            }
        });
        var failures = found.values().stream()
                .filter(mailbox -> mailbox.allIn(domain).isEmpty())
                .map(mailbox -> Pairing.addressless(mailbox, domain))
                .toList();
        return new Addresses(addresses, failures, guids.size() - found.size());
    }

    private static Addresses ofAccounts(List<String> names, String domain) {
        var addresses = new LinkedHashMap<String, List<String>>();
        names.forEach(name -> addresses.put(name, List.of(Pairing.address(name, domain))));
        return new Addresses(addresses, List.of(), 0);
    }

    private static Selected of(Workspace workspace, Addresses addresses, List<Item> all) {
        var items = new ArrayList<Item>();
        var failures = new ArrayList<>(addresses.failures());
        addresses
                .of()
                .values()
                .forEach(known -> known.stream()
                        .flatMap(address -> ItemChanges.of(all, address).stream())
                        .findFirst()
                        .ifPresentOrElse(items::add, () -> failures.add(itemless(workspace, known.getFirst()))));
        return new Selected(workspace, items, failures, addresses.gone());
    }

    private static ObjectFailure itemless(Workspace workspace, String address) {
        return new ObjectFailure(
                ItemChanges.KIND,
                address,
                "the project \"%s\" has no item from %s"
                        .formatted(workspace.project().name(), address));
    }
}
