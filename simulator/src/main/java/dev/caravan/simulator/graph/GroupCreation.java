package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.AddressBook;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Shapes;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Creates Microsoft 365 groups, which take mail, and security groups, which do not; all others are Exchange's.
record GroupCreation(Change change) {

    private static final String GROUP = "Group";
    private static final String TYPES = "groupTypes";
    private static final String MEMBERS = "members@odata.bind";
    private static final String UNIFIED = "Unified";
    private static final Set<String> PROPERTIES = Set.of(
            "displayName",
            "mailEnabled",
            "mailNickname",
            "securityEnabled",
            TYPES,
            "description",
            "visibility",
            MEMBERS);

    GraphAnswer create(GraphRequest request) {
        JsonNode body = request.body();
        for (String property : body.propertyNames()) {
            if (!PROPERTIES.contains(property)) {
                throw GraphError.badRequest("Property '" + property + "' of groups is not simulated.");
            }
        }
        String shown = Entities.text(body, "displayName", GROUP);
        String nick = Entities.text(body, "mailNickname", GROUP);
        boolean mail = Entities.flag(body, "mailEnabled", GROUP);
        boolean security = Entities.flag(body, "securityEnabled", GROUP);
        List<String> types = types(body.path(TYPES));
        requireKind(mail, security, types);
        if (!UserCreation.NICK.matcher(nick).matches()) {
            throw Entities.invalid("mailNickname", GROUP);
        }
        String id = Shapes.newId();
        Shapes.Name name = new Shapes.Name(change.recipients().named(shown).isEmpty() ? shown : id, nick, shown);
        ObjectNode group = Shapes.group(id, name, mail, security, types);
        List.of("description", "visibility").stream()
                .filter(body::has)
                .forEach(property -> group.set(property, body.path(property)));
        change.add(Kind.GROUPS, group);
        change.effect("group %s is new: %s".formatted(id, shown));
        if (mail) {
            takeMail(id, name);
        }
        body.path(MEMBERS).forEach(url -> new GroupMembers(change).add(id, url.asString("")));
        return Entities.answer(
                201,
                request,
                "groups",
                EntityType.GROUP,
                new Entities(change).group(id).value());
    }

    private static List<String> types(JsonNode written) {
        List<String> types =
                written.valueStream().map(type -> type.asString("")).toList();
        if (!types.isEmpty() && !types.equals(List.of(UNIFIED))) {
            throw GraphError.badRequest("Of groupTypes only 'Unified' is simulated.");
        }
        return types;
    }

    private static void requireKind(boolean mail, boolean security, List<String> types) {
        boolean unified = types.contains(UNIFIED);
        if (unified && !mail) {
            throw GraphError.refused("The mailEnabled property of a group of type 'Unified' must be true.");
        }
        if (!unified && (mail || !security)) {
            throw GraphError.refused("The service does not currently support writing of mail-enabled groups. Please"
                    + " ensure that the mail-enablement property is unset and the security-enablement property is"
                    + " set.");
        }
    }

    private void takeMail(String id, Shapes.Name name) {
        if (change.recipients().all().stream().anyMatch(other -> other.object().is("Alias", name.alias()))) {
            throw GraphError.conflict("mailNickname");
        }
        change.add(Kind.UNIFIED_GROUPS, Shapes.mailGroup(id, name, "GroupMailbox"));
        Recipient group = change.recipients().withId(id).orElseThrow();
        ProxyAddresses addresses = new ProxyAddresses(
                        List.of("SMTP:" + in(name, change.tenant().defaultDomain())))
                .adding(List.of("smtp:" + in(name, change.tenant().initialDomain())));
        AddressBook.objection(change.tenant(), group, addresses).ifPresent(objection -> {
            throw objection instanceof AddressBook.Objection.InUse
                    ? GraphError.conflict("proxyAddresses")
                    : Entities.invalid("mailNickname", GROUP);
        });
        AddressBook.put(change, group, addresses);
    }

    private static String in(Shapes.Name name, DomainName domain) {
        return name.alias() + "@" + domain;
    }
}
