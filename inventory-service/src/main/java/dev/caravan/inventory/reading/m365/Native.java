package dev.caravan.inventory.reading.m365;

import dev.caravan.inventory.tenant.CapturedObject;
import dev.caravan.inventory.tenant.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Objects as their product shows them, without what the wire adds (`…@odata.type`, `@odata.context`).
final class Native {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Native() {}

    static CapturedObject of(Kind kind, String id, ObjectNode object) {
        var plain = JSON.createObjectNode();
        object.properties().stream()
                .filter(property -> !property.getKey().contains("@"))
                .forEach(property -> plain.set(property.getKey(), property.getValue()));
        return new CapturedObject(kind, id, JSON.writeValueAsString(plain));
    }

    /// What names an object of Exchange for good: its GUID, or where it has none what Exchange itself finds it by.
    static String id(ObjectNode object) {
        return Stream.of("Guid", "RuleIdentity", "DomainName", "Domain", "Name", "Identity")
                .map(property -> object.path(property).asString(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("the only one");
    }

    /// Rows that share an id are told apart by their number, so that no object is lost.
    static List<CapturedObject> distinct(List<CapturedObject> objects) {
        var seen = new HashMap<String, Integer>();
        var distinct = new ArrayList<CapturedObject>();
        for (var object : objects) {
            var times = seen.merge(object.kind().word() + " " + object.id(), 1, Integer::sum);
            distinct.add(
                    times == 1 ? object : new CapturedObject(object.kind(), object.id() + "#" + times, object.json()));
        }
        return distinct;
    }

    static String text(ObjectNode object, String property) {
        return object.path(property).asString("");
    }
}
