package dev.caravan.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Compose file with its anchors and merges resolved.
record ComposeFile(Map<String, JsonNode> services) {

    static final Path FILE = Path.of("../deploy/compose.yaml");

    static ComposeFile read() throws IOException {
        Load yaml = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
        JsonNode root = JsonMapper.shared().valueToTree(yaml.loadFromString(Files.readString(FILE)));
        Map<String, JsonNode> services = new TreeMap<>();
        root.path("services").forEachEntry(services::put);
        return new ComposeFile(services);
    }

    /// Those that are built here, by name.
    Map<String, JsonNode> ours() {
        Map<String, JsonNode> ours = new TreeMap<>(services);
        ours.values().removeIf(service -> service.path("build").isMissingNode());
        return ours;
    }

    JsonNode service(String name) {
        @Nullable JsonNode found = services.get(name);
        if (found == null) {
            throw new IllegalStateException(FILE + " has no service " + name);
        }
        return found;
    }

    static String module(JsonNode service) {
        return service.path("build").path("args").path("MODULE").asString();
    }

    static Map<String, String> environment(JsonNode service) {
        Map<String, String> environment = new TreeMap<>();
        service.path("environment").forEachEntry((name, value) -> environment.put(name, value.asString()));
        return environment;
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(ComposeFile::text).toList();
    }

    /// As the container sees it: two dollars are one.
    private static String text(JsonNode value) {
        return value.asString().replace("$$", "$");
    }

    /// The options of its temporary folder.
    static String tmpfs(JsonNode service) {
        return texts(service.path("tmpfs")).getFirst().replaceFirst("^/tmp:?", "");
    }

    /// Where its volume is mounted; empty when it has none.
    static String volume(JsonNode service) {
        return texts(service.path("volumes")).stream()
                .map(volume -> volume.substring(volume.indexOf(':') + 1))
                .findFirst()
                .orElse("");
    }
}
