package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.AddressBook;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Mirror;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.unclear.GroupAddresses;
import dev.caravan.simulator.unclear.SharePointAddresses;
import dev.caravan.simulator.unclear.Unclear;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Addresses that do not go although somebody takes them away: those of SharePoint, and those of
/// Microsoft 365 groups that the directory keeps or an address policy gives again.
///
/// @param recipient as it was before
/// @param inDirectory the addresses that it had in the directory before
record StayingAddresses(Change change, Recipient recipient, List<String> inDirectory, Unclear unclear) {

    private static final String IN_DIRECTORY = "proxyAddresses";

    static StayingAddresses of(Change change, Recipient recipient, Unclear unclear) {
        List<String> inDirectory = change.tenant().all(Kind.GROUPS).stream()
                .filter(group -> group.text("id").equals(recipient.directoryId()))
                .flatMap(group -> group.texts(IN_DIRECTORY).stream())
                .toList();
        return new StayingAddresses(change, recipient, inDirectory, unclear);
    }

    /// What is wanted and what stays.
    ProxyAddresses with(ProxyAddresses wanted) {
        return wanted.adding(AddressBook.of(recipient.object()).entries().stream()
                .filter(entry -> isSharePoints(entry) || isPolicys(entry))
                .map(StayingAddresses::another)
                .toList());
    }

    private boolean isSharePoints(String entry) {
        return unclear.sharePointAddresses() == SharePointAddresses.PUT_BACK
                && entry.regionMatches(true, 0, "SPO:", 0, 4);
    }

    /// The group's alias in a domain that the tenant accepts.
    private boolean isPolicys(String entry) {
        JsonLine group = recipient.object();
        return ofGroup(GroupAddresses.RECREATED)
                && Address.smtp(entry)
                        .flatMap(Address::find)
                        .filter(address -> group.is("Alias", address.local())
                                && change.tenant().accepts(address.domain()))
                        .isPresent();
    }

    /// Lets the directory show what Exchange has forgotten.
    void linger() {
        if (ofGroup(GroupAddresses.LINGERING)) {
            Mirror.change(change, recipient, this::showAll);
        }
    }

    private void showAll(ObjectNode group) {
        ArrayNode shown = (ArrayNode) group.path(IN_DIRECTORY);
        ProxyAddresses all = new ProxyAddresses(new JsonLine("", 0, group).texts(IN_DIRECTORY))
                .adding(inDirectory.stream().map(StayingAddresses::another).toList());
        shown.removeAll();
        all.entries().forEach(shown::add);
    }

    private boolean ofGroup(GroupAddresses position) {
        return recipient.kind() == Kind.UNIFIED_GROUPS && unclear.groupAddresses() == position;
    }

    private static String another(String entry) {
        return Address.smtp(entry).map(address -> "smtp:" + address).orElse(entry);
    }
}
