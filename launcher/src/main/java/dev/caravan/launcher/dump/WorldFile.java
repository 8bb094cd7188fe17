package dev.caravan.launcher.dump;

import dev.caravan.launcher.web.Web;
import dev.caravan.launcher.zone.RecordSet;
import dev.caravan.launcher.zone.ZoneFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A file of a world, object by object.
///
/// @param objects properties by path, as `servicePlans` or `prepaidUnits.enabled`, by the id of each object
record WorldFile(SortedMap<String, SortedMap<String, JsonNode>> objects) {

    static final WorldFile NONE = new WorldFile(new TreeMap<>());
    /// Of the object that a zone's SOA is; moves with every change of the zone.
    static final String SERIAL = "serial";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /// What tells objects of one file apart: the first of these whose properties an object has all.
    private static final List<List<String>> IDENTITIES = List.of(
            List.of("id"),
            List.of("Guid"),
            List.of("Identity", "User"),
            List.of("Identity", "Trustee"),
            List.of("Group", "Member"),
            List.of("Mailbox", "Name"),
            List.of("Identity"),
            List.of("DomainName"),
            List.of("Name"),
            List.of("Id"));
    /// BitTitan keeps what is deleted, and says so.
    private static final String DELETED = "IsDeleted";

    private static final String CONTACTS = "mailContacts.jsonl";
    /// A contact that is created again has another id, and stands for the same address outside.
    private static final List<List<String>> OF_CONTACTS = List.of(List.of("ExternalEmailAddress"), List.of("Guid"));

    static WorldFile read(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith(ZoneFile.SUFFIX)) {
            return zone(ZoneFile.read(file));
        }
        if (name.endsWith(".jsonl")) {
            return lines(
                    Files.readString(file)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList(),
                    name.equals(CONTACTS) ? OF_CONTACTS : IDENTITIES);
        }
        return name.endsWith(".json") ? whole(name, Files.readString(file)) : text(name, Files.readString(file));
    }

    /// Ids of the objects by what a property of theirs holds, in lower case.
    Map<String, String> idsBy(String property) {
        var ids = new HashMap<String, String>();
        objects.forEach((id, properties) ->
                values(properties.get(property)).forEach(value -> ids.putIfAbsent(value.toLowerCase(Locale.ROOT), id)));
        return ids;
    }

    /// What a property holds, as a ledger would list it.
    static List<String> values(@Nullable JsonNode property) {
        if (property == null || property.isNull()) {
            return List.of();
        }
        return property.isArray() ? property.valueStream().map(WorldFile::text).toList() : List.of(text(property));
    }

    private static WorldFile zone(ZoneFile zone) {
        var objects = new TreeMap<String, SortedMap<String, JsonNode>>();
        zone.recordSets().forEach((key, recordSet) -> objects.put(key, properties(recordSet)));
        Optional.ofNullable(objects.get(zone.apex() + " SOA"))
                .ifPresent(soa -> soa.put(SERIAL, JSON.numberNode(zone.serial())));
        return new WorldFile(objects);
    }

    private static SortedMap<String, JsonNode> properties(RecordSet recordSet) {
        var values = JSON.arrayNode();
        recordSet.values().forEach(values::add);
        return new TreeMap<>(Map.of("ttl", JSON.numberNode(recordSet.ttlSeconds()), "values", values));
    }

    private static WorldFile lines(List<String> lines, List<List<String>> identities) {
        var objects = new TreeMap<String, SortedMap<String, JsonNode>>();
        for (var line : lines.stream().map(String::strip).sorted().toList()) {
            var properties = flat(parsed(line));
            if (Optional.ofNullable(properties.get(DELETED))
                    .filter(deleted -> deleted.asBoolean(false))
                    .isPresent()) {
                continue;
            }
            var id = identities.stream()
                    .filter(identity -> identity.stream().allMatch(properties::containsKey))
                    .findFirst()
                    .map(identity -> identity.stream()
                            .map(property -> String.join(",", values(properties.get(property))))
                            .collect(Collectors.joining(" / ")))
                    .orElseGet(properties::toString);
            objects.put(unused(id, objects), properties);
        }
        return new WorldFile(objects);
    }

    /// Objects that cannot be told apart are counted; their lines are sorted, so that the same ones meet.
    private static String unused(String id, Map<String, ?> objects) {
        var free = id;
        for (var number = 2; objects.containsKey(free); number++) {
            free = id + " #" + number;
        }
        return free;
    }

    private static WorldFile whole(String name, String text) {
        return new WorldFile(new TreeMap<>(Map.of(name, flat(parsed(text)))));
    }

    private static WorldFile text(String name, String text) {
        return new WorldFile(
                new TreeMap<>(Map.of(name, new TreeMap<>(Map.<String, JsonNode>of("text", JSON.stringNode(text))))));
    }

    private static JsonNode parsed(String text) {
        try {
            return Web.JSON.readTree(text);
        } catch (JacksonException noJson) {
            return JSON.objectNode().put("text", text);
        }
    }

    /// Objects within objects have their properties under a path; lists stay whole.
    private static SortedMap<String, JsonNode> flat(JsonNode object) {
        var properties = new TreeMap<String, JsonNode>();
        if (!object.isObject()) {
            properties.put("value", object);
            return properties;
        }
        var open = new ArrayList<Map.Entry<String, JsonNode>>(object.properties());
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (next.getValue().isObject() && !next.getValue().isEmpty()) {
                next.getValue()
                        .properties()
                        .forEach(inner -> open.add(Map.entry(next.getKey() + "." + inner.getKey(), inner.getValue())));
            } else {
                properties.put(next.getKey(), next.getValue());
            }
        }
        return properties;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
