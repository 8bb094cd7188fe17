package dev.caravan.simulator.generator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The files of a world while it is being made.
final class Lines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SortedMap<String, ByteArrayOutputStream> files = new TreeMap<>();

    /// An object of name and value in turn, in that order.
    static ObjectNode object(@Nullable Object... namesAndValues) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set(String.valueOf(namesAndValues[i]), JSON.valueToTree(namesAndValues[i + 1]));
        }
        return object;
    }

    void add(String file, ObjectNode object) {
        text(file + ".jsonl", JSON.writeValueAsString(object) + "\n");
    }

    void addAll(String file, List<ObjectNode> objects) {
        objects.forEach(object -> add(file, object));
    }

    void document(String file, ObjectNode object) {
        text(
                file,
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object).replace("\r\n", "\n") + "\n");
    }

    void text(String file, String text) {
        files.computeIfAbsent(file, _ -> new ByteArrayOutputStream()).writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((file, content) -> bytes.put(file, content.toByteArray()));
        return bytes;
    }
}
