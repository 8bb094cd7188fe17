package dev.caravan.simulator.graph;

import dev.caravan.simulator.graph.References.Reference;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives objects names in another domain of their tenant.
///
/// @param disabling whether users are kept from signing in, too
record Renaming(Change change, DomainName from, DomainName to, boolean disabling) {

    private static final String URIS = "identifierUris";

    void rename(Reference reference) {
        ObjectNode value = ((ObjectNode) reference.object().value()).deepCopy();
        for (String property : reference.properties()) {
            reference.object().text(property).ifPresent(text -> value.put(property, moved(text)));
            if (value.path(property).isArray()) {
                ArrayNode list = value.putArray(property);
                moved(property, reference.object().texts(property)).forEach(list::add);
            }
        }
        if (disabling && reference.kind() == Kind.USERS) {
            value.put("accountEnabled", false);
        }
        change.replace(reference.kind(), reference.object(), value);
        change.effect("%s %s: names in %s are in %s%s"
                .formatted(
                        reference.kind().file(),
                        identity(reference.object()),
                        from,
                        to,
                        disabling && reference.kind() == Kind.USERS ? ", and the account is disabled" : ""));
    }

    private String moved(String text) {
        return new Mention(text).moved(from, to);
    }

    private List<String> moved(String property, List<String> entries) {
        if (property.equals(URIS)) {
            return entries.stream().map(this::moved).distinct().toList();
        }
        List<String> staying =
                entries.stream().filter(entry -> !new Mention(entry).isIn(from)).toList();
        List<String> moving = entries.stream()
                .filter(entry -> new Mention(entry).isIn(from))
                .map(this::moved)
                .toList();
        return new ProxyAddresses(staying).adding(moving).entries();
    }

    /// Refuses what would give two objects one name.
    void requireNothingTwice() {
        Set<String> names = new HashSet<>();
        for (JsonLine user : change.tenant().all(Kind.USERS)) {
            if (!names.add(user.text("userPrincipalName").orElse("").toLowerCase(Locale.ROOT))) {
                throw GraphError.conflict("userPrincipalName");
            }
        }
        Map<String, String> holders = new HashMap<>();
        new References(change.tenant(), to)
                .all()
                .forEach(reference -> addresses(reference.object()).forEach(address -> {
                    String identity = identity(reference.object());
                    if (!holders.computeIfAbsent(address, _ -> identity).equals(identity)) {
                        throw GraphError.conflict("proxyAddresses");
                    }
                }));
    }

    private static Stream<String> addresses(JsonLine object) {
        return Stream.of("proxyAddresses", "EmailAddresses")
                .flatMap(property -> object.texts(property).stream())
                .flatMap(entry -> Address.smtp(entry).stream())
                .map(address -> address.toLowerCase(Locale.ROOT));
    }

    /// One object shows in the directory and in Exchange; its directory id tells that it is one.
    private static String identity(JsonLine object) {
        return object.text("id")
                .or(() -> object.text("ExternalDirectoryObjectId").filter(id -> !id.isEmpty()))
                .or(() -> object.text("Guid"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
