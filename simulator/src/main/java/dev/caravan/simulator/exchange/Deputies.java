package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Link;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Who may send on behalf of a mailbox.
record Deputies(Place place) {

    static final String DEPUTIES = "GrantSendOnBehalfTo";

    private static final String TYPE = "Microsoft.Exchange.Configuration.Tasks.RecipientIdParameter[]";

    void set(Cmdlet cmdlet, Edited mailbox) {
        JsonNode written = cmdlet.parameters().get(DEPUTIES);
        if (written == null) {
            return;
        }
        Map<String, Recipient> before = present(mailbox.recipient());
        Map<String, Recipient> after = wanted(new MultiValue(DEPUTIES, TYPE, written), before);
        if (List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
            return;
        }
        ArrayNode names = JsonMapper.shared().createArrayNode();
        after.values().forEach(deputy -> names.add(deputy.identity()));
        mailbox.set(
                DEPUTIES,
                names,
                after.values().stream()
                        .map(deputy -> new Link(DEPUTIES, deputy.identity(), deputy.id()))
                        .toArray(Link[]::new));
    }

    /// The present ones as people call them.
    List<String> displayNames(Recipient mailbox) {
        return present(mailbox).values().stream()
                .map(deputy -> deputy.object().text("DisplayName").orElseGet(deputy::identity))
                .toList();
    }

    private Map<String, Recipient> present(Recipient mailbox) {
        Map<String, Recipient> present = new LinkedHashMap<>();
        mailbox.object().texts(DEPUTIES).stream()
                .flatMap(name -> place.idOf(mailbox.kind(), mailbox.object(), DEPUTIES, name).stream())
                .flatMap(id -> place.recipients().withId(id).stream())
                .forEach(deputy -> present.put(deputy.id(), deputy));
        return present;
    }

    private Map<String, Recipient> wanted(MultiValue value, Map<String, Recipient> before) {
        Map<String, Recipient> after = new LinkedHashMap<>();
        if (value.isTable()) {
            after.putAll(before);
            value.removed()
                    .forEach(name -> after.remove(new Named(place).one(name).id()));
            value.added().forEach(name -> put(after, name));
        } else {
            value.all().forEach(name -> put(after, name));
        }
        return after;
    }

    private void put(Map<String, Recipient> deputies, String name) {
        Recipient deputy = new Principals(place).recipient(name);
        deputies.put(deputy.id(), deputy);
    }
}
