package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table of settings is made from the configuration records of all modules. `-Dcaravan.write=true` writes it.
class SettingsDocumentTests {

    private static final Path DOCUMENT = Path.of("../docs/settings.md");
    private static final String METADATA = "target/classes/META-INF/spring-configuration-metadata.json";

    @Test
    void the_document_says_what_the_code_says() throws IOException {
        // Given
        String expected = document();
        if (Boolean.getBoolean("caravan.write")) {
            Files.writeString(DOCUMENT, expected);
        }

        // Then
        assertThat(DOCUMENT)
                .content()
                .as("stale; write it with -Dcaravan.write=true")
                .isEqualTo(expected);
    }

    private static String document() throws IOException {
        Map<String, Setting> settings = new TreeMap<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : modules.sorted().toList()) {
                Path metadata = module.resolve(METADATA);
                if (Files.exists(metadata)) {
                    read(module.getFileName().toString(), metadata, settings);
                }
            }
        }
        return """
                # Settings

                Made from the configuration records of all modules by `SettingsDocumentTests`; edit those. Each can be given on the
                command line (`--caravan.clock.url=…`), in the environment (`CARAVAN_CLOCK_URL`) or in a file, as Spring Boot reads
                them. Settings of `service-kit` hold for every service.

                | setting | module | type | meaning |
                |---|---|---|---|
                %s
                """.formatted(settings.values().stream().map(Setting::row).collect(Collectors.joining("\n")));
    }

    private static void read(String module, Path metadata, Map<String, Setting> settings) throws IOException {
        for (JsonNode property :
                JsonMapper.shared().readTree(Files.readString(metadata)).path("properties")) {
            String name = property.path("name").asString();
            settings.put(
                    name,
                    new Setting(
                            name,
                            module,
                            property.path("type").asString(),
                            property.path("description").asString("")));
        }
    }

    private record Setting(String name, String module, String type, String meaning) {

        String row() {
            return "| `%s` | %s | %s | %s |".formatted(name, module, type.replaceAll("[a-z0-9]+\\.", ""), meaning);
        }
    }
}
