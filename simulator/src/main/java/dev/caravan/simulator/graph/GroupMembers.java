package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Membership;
import dev.caravan.simulator.tenants.Membership.Party;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Puts users, groups and contacts into Microsoft 365 and security groups and takes them out.
record GroupMembers(Change change) {

    private static final String REFERENCE = "@odata.id";

    void add(String groupId, JsonNode body) {
        String url = body.path(REFERENCE).asString("");
        if (url.isEmpty() || body.size() != 1) {
            throw GraphError.badRequest("A reference holds " + REFERENCE + " and nothing else.");
        }
        add(groupId, url);
    }

    /// @param url whose last segment is the member's id
    void add(String groupId, String url) {
        JsonLine group = group(groupId);
        Party member = member(url.substring(url.lastIndexOf('/') + 1));
        if (Entities.isUnified(group)
                && new Entities(change).find(Kind.USERS, member.id()).isEmpty()) {
            throw GraphError.refused("A Microsoft 365 group has users as members, nobody else.");
        }
        Party party = party(group);
        if (party.id().equalsIgnoreCase(member.id())) {
            throw GraphError.refused("A group cannot be a member of itself.");
        }
        Membership membership = new Membership(change);
        if (membership.row(party.id(), member.id()).isPresent()) {
            throw GraphError.refused("One or more added object references already exist for the following modified"
                    + " properties: 'members'.");
        }
        membership.add(party, member);
    }

    void remove(String groupId, String memberId) {
        Party group = party(group(groupId));
        Membership membership = new Membership(change);
        JsonLine row =
                membership.row(group.id(), member(memberId).id()).orElseThrow(() -> GraphError.notFound(memberId));
        membership.remove(group, row);
    }

    private JsonLine group(String id) {
        JsonLine group = new Entities(change).group(id);
        Entities.requireMasteredHere(group);
        Entities.requireNotExchanges(group);
        return group;
    }

    private Party party(JsonLine group) {
        String id = group.text("id").orElse("");
        return new Party(
                id, change.recipients().withId(id).map(Recipient::identity).orElse(id));
    }

    private Party member(String id) {
        Entities entities = new Entities(change);
        return entities.find(Kind.USERS, id)
                .map(user -> new Party(
                        user.text("id").orElse(""),
                        user.text("userPrincipalName").orElse("")))
                .or(() -> entities.find(Kind.GROUPS, id).map(this::party))
                .or(() -> contact(id))
                .orElseThrow(() -> GraphError.notFound(id));
    }

    private Optional<Party> contact(String id) {
        return change.recipients().all().stream()
                .filter(recipient -> recipient.kind() == Kind.MAIL_CONTACTS
                        && Directory.contactId(recipient.object()).equalsIgnoreCase(id))
                .findFirst()
                .map(contact -> new Party(contact.id(), contact.signInName()));
    }
}
