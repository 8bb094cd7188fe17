package dev.caravan.simulator.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How the rows of an answer are written: only what `$select` asks for, and beside lists and GUIDs what they are.
final class Rows {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Optional<Set<String>> selected;

    /// @param select the value of `$select`; empty: everything
    Rows(Optional<String> select) {
        this.selected = select.map(written -> Arrays.stream(written.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
    }

    List<ObjectNode> of(List<ObjectNode> objects) {
        return objects.stream().map(this::row).toList();
    }

    private ObjectNode row(ObjectNode object) {
        ObjectNode row = JsonMapper.shared().createObjectNode();
        object.properties().stream()
                .filter(property -> selected.isEmpty()
                        || selected.get().contains(property.getKey().toLowerCase(Locale.ROOT)))
                .forEach(property -> put(row, property.getKey(), property.getValue()));
        return row;
    }

    private static void put(ObjectNode row, String name, JsonNode value) {
        if (value.isArray()) {
            row.put(name + "@odata.type", "#Collection(String)");
        } else if (GUID.matcher(value.asString("")).matches()) {
            row.put(name + "@data.type", "System.Guid").put(name + "@odata.type", "#Guid");
        }
        row.set(name, value);
    }
}
