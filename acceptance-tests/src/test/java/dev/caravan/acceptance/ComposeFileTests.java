package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.Caravan;
import dev.caravan.schemas.WorkerService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Compose file says nothing that is not so.
class ComposeFileTests {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9.-]+)` \\|.*");
    private static final String LAUNCHER = "launcher";

    @Test
    void every_service_of_ours_is_there_and_built_by_the_dockerfile() throws IOException {
        // When
        Map<String, JsonNode> ours = ComposeFile.read().ours();

        // Then
        assertThat(ours.keySet()).containsAll(services());
        ours.forEach((name, service) -> {
            String module = ComposeFile.module(service);
            assertThat(service.path("build").path("dockerfile").asString()).isEqualTo("deploy/Dockerfile");
            assertThat(service.path("image").asString()).isEqualTo("caravan/" + module);
            assertThat(Path.of("..", module, "pom.xml")).content().contains("<start-class>");
            assertThat(module).isEqualTo(name.equals("setup") ? LAUNCHER : name);
        });
    }

    @Test
    void what_a_container_is_told_to_do_is_a_command_of_the_launcher() throws IOException {
        // Given
        JsonNode setup = ComposeFile.read().service("setup");

        // When
        CommandLine.ParseResult parsed = new CommandLine(new Caravan())
                .parseArgs(ComposeFile.texts(setup.path("command")).toArray(String[]::new));

        // Then
        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("setup");
    }

    @Test
    void every_variable_is_a_setting() throws IOException {
        // Given
        Set<String> known = variables();

        // Then
        everyService((name, service) -> assertThat(known)
                .as(name)
                .containsAll(ComposeFile.environment(service).keySet()));
    }

    @Test
    void nothing_of_ours_may_write_or_gain_rights() throws IOException {
        everyService((name, service) -> {
            assertThat(service.path("read_only").asBoolean(false)).as(name).isTrue();
            assertThat(ComposeFile.texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(ComposeFile.texts(service.path("security_opt")))
                    .as(name)
                    .containsExactly("no-new-privileges:true");
            assertThat(service.path("privileged").isMissingNode()).as(name).isTrue();
            assertThat(service.path("user").isMissingNode()).as(name).isTrue();
            assertThat(service.path("mem_limit").isMissingNode()).as(name).isFalse();
            assertThat(ComposeFile.texts(service.path("tmpfs")))
                    .as(name)
                    .singleElement()
                    .asString()
                    .startsWith("/tmp:");
        });
    }

    @Test
    void nobody_outside_reaches_anything_unless_it_is_changed() throws IOException {
        ComposeFile.read().services().forEach((name, service) -> {
            assertThat(ComposeFile.texts(service.path("ports")))
                    .as(name)
                    .allMatch(port -> port.startsWith("127.0.0.1:"));
            assertThat(service.path("network_mode").isMissingNode()).as(name).isTrue();
        });
    }

    @Test
    void every_service_that_stays_says_how_it_is() throws IOException {
        // Given
        Map<String, JsonNode> staying = ComposeFile.read().services();

        // When
        staying.values().removeIf(service -> service.path("restart").asString().equals("on-failure"));

        // Then
        assertThat(staying.keySet()).containsAll(services()).contains("kafka", "registry");
        staying.forEach((name, service) -> assertThat(
                        ComposeFile.texts(service.path("healthcheck").path("test")))
                .as(name)
                .isNotEmpty());
    }

    @Test
    void broker_and_registry_are_those_that_everything_is_tested_with() throws IOException {
        // Given
        ComposeFile compose = ComposeFile.read();

        // Then
        assertThat(compose.service("kafka").path("image").asString())
                .isEqualTo("apache/kafka:" + System.getProperty("kafka.version"));
        assertThat(compose.service("registry").path("image").asString())
                .isEqualTo("apicurio/apicurio-registry:" + System.getProperty("apicurio-registry.version"));
    }

    private static void everyService(BiConsumer<String, JsonNode> check) throws IOException {
        Map<String, JsonNode> ours = ComposeFile.read().ours();
        assertThat(ours).isNotEmpty();
        ours.forEach(check);
    }

    private static List<String> services() {
        return Stream.concat(
                        Stream.of("orchestrator-service"),
                        Arrays.stream(WorkerService.values()).map(worker -> worker.word() + "-service"))
                .toList();
    }

    /// Names that Spring Boot binds to a setting of ours, as the document has them, or of a library.
    private static Set<String> variables() throws IOException {
        Set<String> settings = new HashSet<>();
        Files.readAllLines(Path.of("../docs/settings.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> settings.add(row.group(1)));
        assertThat(settings).isNotEmpty();
        try (Stream<Path> libraries = Files.list(Path.of("../orchestrator-service/target/app/lib"))) {
            for (Path library : libraries.toList()) {
                settings.addAll(settingsOf(library));
            }
        }
        Set<String> variables = new HashSet<>();
        for (String setting : settings) {
            String upper = setting.toUpperCase(Locale.ROOT).replace('.', '_');
            variables.add(upper.replace("-", ""));
            variables.add(upper.replace('-', '_'));
        }
        return variables;
    }

    private static Set<String> settingsOf(Path library) throws IOException {
        Set<String> names = new HashSet<>();
        try (JarFile jar = new JarFile(library.toFile())) {
            ZipEntry metadata = jar.getEntry(METADATA);
            if (metadata != null) {
                JsonMapper.shared()
                        .readTree(jar.getInputStream(metadata))
                        .path("properties")
                        .forEach(property -> names.add(property.path("name").asString()));
            }
        }
        return names;
    }
}
