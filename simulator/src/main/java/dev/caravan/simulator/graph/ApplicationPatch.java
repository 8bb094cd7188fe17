package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes the URIs that an application is known by.
record ApplicationPatch(Change change) {

    private static final String URIS = "identifierUris";

    void apply(String key, JsonNode body) {
        JsonLine application = change.tenant().all(Kind.APPLICATIONS).stream()
                .filter(object -> object.is("id", key))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(key));
        if (body.size() != 1 || !body.path(URIS).isArray()) {
            throw GraphError.badRequest("Of applications only identifierUris can be set here, to a list.");
        }
        List<String> before = application.texts(URIS);
        List<String> after = new ArrayList<>();
        for (JsonNode written : body.path(URIS)) {
            String uri = written.asString("");
            if (!before.contains(uri)) {
                require(application, uri);
            }
            after.add(uri);
        }
        if (!after.equals(before)) {
            ObjectNode value = ((ObjectNode) application.value()).deepCopy();
            ArrayNode list = value.putArray(URIS);
            after.forEach(list::add);
            change.replace(Kind.APPLICATIONS, application, value);
            change.effect("application %s: %s was %s and is %s".formatted(key, URIS, before, after));
        }
    }

    /// A new URI names the application itself or lies in a domain of the tenant, and nobody else has it.
    private void require(JsonLine application, String uri) {
        Mention mention = new Mention(uri);
        boolean ownId = application
                .text("appId")
                .filter(id -> uri.equals("api://" + id) || uri.startsWith("api://" + id + "/"))
                .isPresent();
        boolean inOwnDomain =
                uri.contains("://") && change.tenant().usableDomains().stream().anyMatch(mention::isIn);
        if (!ownId && !inOwnDomain) {
            throw GraphError.refused("Values of identifierUris property must use a verified domain of the organization"
                    + " or its subdomain: '" + uri + "'");
        }
        if (change.tenant().all(Kind.APPLICATIONS).stream()
                .anyMatch(other ->
                        other.line() != application.line() && other.texts(URIS).contains(uri))) {
            throw GraphError.conflict(URIS);
        }
    }
}
