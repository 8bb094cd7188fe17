package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.Listing;
import dev.caravan.mailbox.address.AddressList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells people of one name apart who use a calendar: Exchange says their names alone, Graph also says addresses.
record CalendarUsers(Graph graph, Readings readings) {

    /// @param name as people are called
    record User(String name, String address) {}

    /// Who uses which mailbox's calendar.
    record Known(Map<String, List<User>> byMailbox) {

        /// Of several who are called so, the one who uses this mailbox's calendar; all of them where that are several,
        /// too.
        List<ObjectNode> narrow(String mailbox, String name, List<ObjectNode> namesakes) {
            var addresses = byMailbox.getOrDefault(mailbox, List.of()).stream()
                    .filter(user -> user.name().equals(name))
                    .map(User::address)
                    .toList();
            if (namesakes.size() < 2 || addresses.size() != 1) {
                return namesakes;
            }
            return namesakes.stream()
                    .filter(object ->
                            addressesOf(object).smtp().stream().anyMatch(addresses.getFirst()::equalsIgnoreCase))
                    .toList();
        }

        private static AddressList addressesOf(ObjectNode object) {
            return new AddressList(object.path("EmailAddresses")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList());
        }
    }

    /// @param mailboxes their guids
    Outcome<Known> of(Collection<String> mailboxes, Call call) {
        return readings.byGuid(mailboxes, Profiles.reading(), call).then(found -> {
            var owners = found.entrySet().stream()
                    .filter(entry ->
                            RecipientCmdlets.directoryId(entry.getValue()).isPresent())
                    .toList();
            return InTurn.each(
                            owners,
                            owner -> users(owner.getValue(), call).map(users -> Map.entry(owner.getKey(), users)))
                    .map(all -> {
                        var byMailbox = new HashMap<String, List<User>>();
                        all.forEach(entry -> byMailbox.put(entry.getKey(), entry.getValue()));
                        return new Known(byMailbox);
                    });
        });
    }

    private Outcome<List<User>> users(ObjectNode mailbox, Call call) {
        var id = RecipientCmdlets.directoryId(mailbox).orElseThrow();
        var all = Listing.of(new Listing.CalendarPermissionsOf(id), List.of("id", "emailAddress"));
        return graph.all(all, call)
                .map(permissions -> permissions.stream()
                        .map(permission -> permission.path("emailAddress"))
                        .map(whom -> new User(
                                whom.path("name").asString(""),
                                whom.path("address").asString("")))
                        .filter(user -> !user.address().isEmpty())
                        .toList());
    }
}
