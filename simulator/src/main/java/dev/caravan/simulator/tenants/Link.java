package dev.caravan.simulator.tenants;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// A name in a row, and whom it means.
///
/// @param property where in the row it stands
/// @param name as written
/// @param id of whom it means, in the directory or else in Exchange; empty: nobody
public record Link(String property, String name, String id) {

    String key() {
        return key(property, name);
    }

    static String key(String property, String name) {
        return property + ":" + name.toLowerCase(Locale.ROOT);
    }

    static List<Link> read(JsonNode written) {
        return written.valueStream()
                .map(link -> new Link(
                        link.path("property").asString(),
                        link.path("name").asString(),
                        link.path("id").asString()))
                .toList();
    }

    static ArrayNode written(List<Link> links) {
        ArrayNode written = JsonMapper.shared().createArrayNode();
        links.forEach(link -> written.addObject()
                .put("property", link.property())
                .put("name", link.name())
                .put("id", link.id()));
        return written;
    }
}
