package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One object of a tenant: changed, gone or new.
///
/// @param line where the object stands in its file; a new one stands behind all others
/// @param value what it is from now on; empty if it is gone
/// @param links whom names in it mean, where that is known better than by the names
record Edit(Kind kind, int line, Optional<JsonNode> value, List<Link> links) {

    private static final String LINKS = "links";

    static Edit read(JsonNode written) {
        return new Edit(
                Kind.valueOf(written.path("kind").asString()),
                written.path("line").asInt(),
                Optional.of(written.path("value")).filter(JsonNode::isObject),
                Link.read(written.path(LINKS)));
    }

    /// The id of whom a name means by the edit itself.
    Optional<String> link(String key) {
        return links.stream()
                .filter(link -> link.key().equals(key))
                .map(Link::id)
                .findFirst();
    }

    ObjectNode written() {
        ObjectNode written =
                JsonMapper.shared().createObjectNode().put("kind", kind.name()).put("line", line);
        value.ifPresent(object -> written.set("value", object));
        if (!links.isEmpty()) {
            written.set(LINKS, Link.written(links));
        }
        return written;
    }

    Tenant in(Tenant tenant) {
        List<JsonLine> objects = new ArrayList<>();
        boolean present = false;
        for (JsonLine object : tenant.all(kind)) {
            if (object.line() != line) {
                objects.add(object);
            } else {
                present = true;
                value.ifPresent(now -> objects.add(new JsonLine(object.file(), line, now)));
            }
        }
        if (!present) {
            value.ifPresent(now -> objects.add(new JsonLine(tenant.file(kind), line, now)));
        }
        return tenant.with(kind, objects);
    }
}
