package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes something out of a tenant for good, and with it whatever hangs on it or names it.
public record Erasure(Change change) {

    private static final Map<Kind, Set<String>> ROWS = Map.of(
            Kind.GROUP_MEMBERS, Set.of("Group", "Member"),
            Kind.MAILBOX_PERMISSIONS, Set.of("Identity", "User"),
            Kind.RECIPIENT_PERMISSIONS, Set.of("Identity", "Trustee"),
            Kind.MAILBOX_FOLDER_PERMISSIONS, Set.of("Identity", "User"),
            Kind.MAILBOX_STATISTICS, Set.of("Identity"),
            Kind.INBOX_RULES, Set.of("Mailbox"),
            Kind.MAILBOX_ITEMS, Set.of("mailbox"));
    private static final String FORWARDING = "ForwardingAddress";
    private static final List<String> LISTS = List.of("GrantSendOnBehalfTo", "ManagedBy");

    public void of(Recipient recipient) {
        traces(recipient.id());
        change.recipients().withId(recipient.id()).ifPresent(now -> change.remove(now.kind(), now.object()));
    }

    /// Whatever is left of somebody who is gone already.
    public void traces(String id) {
        ROWS.forEach((kind, properties) -> properties.forEach(
                property -> change.place().rows(kind, property, id).toList().forEach(row -> change.remove(kind, row))));
        change.tenant().all(Kind.RECIPIENT_STATES).stream()
                .filter(state -> state.is("id", id))
                .forEach(state -> change.remove(Kind.RECIPIENT_STATES, state));
        change.recipients().all().forEach(other -> unname(other, id));
    }

    private void unname(Recipient other, String id) {
        JsonLine object = other.object();
        ObjectNode value = ((ObjectNode) object.value()).deepCopy();
        object.text(FORWARDING)
                .filter(name -> means(other, FORWARDING, name, id))
                .ifPresent(_ -> value.putNull(FORWARDING));
        for (String property : LISTS) {
            List<String> names = object.texts(property);
            List<String> staying = names.stream()
                    .filter(name -> !means(other, property, name, id))
                    .toList();
            if (staying.size() < names.size()) {
                ArrayNode list = value.putArray(property);
                staying.forEach(list::add);
            }
        }
        change.replace(other.kind(), object, value);
    }

    private boolean means(Recipient other, String property, String name, String id) {
        return change.place()
                .idOf(other.kind(), other.object(), property, name)
                .filter(id::equalsIgnoreCase)
                .isPresent();
    }
}
