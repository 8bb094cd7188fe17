package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Finds the users and groups that a request is about, and answers them after a change.
record Entities(Change change) {

    private static final String SYNCED = "Unable to update the specified properties for on-premises mastered Directory"
            + " Sync objects or objects currently undergoing migration.";

    /// By id or by the name to sign in with.
    JsonLine user(String key) {
        return change.tenant().all(Kind.USERS).stream()
                .filter(user -> user.is("id", key) || user.is("userPrincipalName", key))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(key));
    }

    JsonLine group(String id) {
        return find(Kind.GROUPS, id).orElseThrow(() -> GraphError.notFound(id));
    }

    Optional<JsonLine> find(Kind kind, String id) {
        return change.tenant().all(kind).stream()
                .filter(object -> object.is("id", id))
                .findFirst();
    }

    static void requireMasteredHere(JsonLine object) {
        if (object.isTrue("onPremisesSyncEnabled")) {
            throw GraphError.refused(SYNCED);
        }
    }

    /// Groups that take mail and are no Microsoft 365 groups are Exchange's.
    static void requireNotExchanges(JsonLine group) {
        if (group.isTrue("mailEnabled") && !isUnified(group)) {
            throw GraphError.refused("Cannot Update a mail-enabled security groups and or distribution list.");
        }
    }

    static boolean isUnified(JsonLine group) {
        return group.texts("groupTypes").contains("Unified");
    }

    static GraphError required(String property, String resource) {
        return GraphError.refused(
                "A value is required for property '" + property + "' of resource '" + resource + "'.");
    }

    static GraphError invalid(String property, String resource) {
        return GraphError.refused(
                "Invalid value specified for property '" + property + "' of resource '" + resource + "'.");
    }

    /// A text that has to be there.
    static String text(JsonNode body, String property, String resource) {
        JsonNode value = body.path(property);
        if (value.isMissingNode() || value.isNull()) {
            throw required(property, resource);
        }
        if (!value.isString() || value.asString().isBlank()) {
            throw invalid(property, resource);
        }
        return value.asString();
    }

    /// True or false, and nothing else.
    static boolean flag(JsonNode body, String property, String resource) {
        JsonNode value = body.path(property);
        if (value.isMissingNode() || value.isNull()) {
            throw required(property, resource);
        }
        if (!value.isBoolean()) {
            throw invalid(property, resource);
        }
        return value.asBoolean();
    }

    /// What is answered about an object that was made or changed.
    static GraphAnswer answer(int status, GraphRequest request, String set, EntityType type, JsonNode object) {
        Selection selection = Selection.of(type, request);
        ObjectNode entity = JsonMapper.shared()
                .createObjectNode()
                .put("@odata.context", request.base() + "/$metadata#" + set + selection.suffix() + "/$entity");
        entity.setAll(selection.of((ObjectNode) object));
        return new GraphAnswer.Good(status, entity);
    }
}
