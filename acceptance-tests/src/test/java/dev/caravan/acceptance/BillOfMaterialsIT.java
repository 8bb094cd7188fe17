package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each application says what it is made of, and is made of exactly that.
@EnabledIfSystemProperty(named = "caravan.sbom", matches = "true", disabledReason = "it was built without -Psbom")
class BillOfMaterialsIT {

    private static final String BILL = "META-INF/sbom/application.cdx.json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orchestrator-service",
                "inventory-service",
                "dns-service",
                "mailbox-service",
                "license-service",
                "simulator",
                "launcher"
            })
    void every_library_is_on_the_bill_and_nothing_else(String module) throws IOException {
        // Given
        Path application = Path.of("..", module, "target", "app");

        // When
        JsonNode bill = bill(application.resolve(module + ".jar"));

        // Then
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bill.path("metadata").path("component").path("name").asString())
                .isEqualTo(module);
        assertThat(libraries(bill)).isEqualTo(files(application.resolve("lib")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orchestrator-service", "dns-service", "launcher"})
    void kafka_is_on_the_bill_with_its_version(String module) throws IOException {
        // When
        JsonNode bill = bill(Path.of("..", module, "target", "app", module + ".jar"));

        // Then
        assertThat(libraries(bill)).contains("kafka-clients-" + System.getProperty("kafka.version") + ".jar");
    }

    private static JsonNode bill(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(BILL);
            assertThat(entry)
                    .as("%s in %s; Maven makes none offline", BILL, jar)
                    .isNotNull();
            return JsonMapper.shared().readTree(file.getInputStream(entry));
        }
    }

    private static Set<String> libraries(JsonNode bill) {
        return bill.path("components")
                .valueStream()
                .map(BillOfMaterialsIT::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String file(JsonNode component) {
        return component.path("name").asString() + "-"
                + component.path("version").asString()
                + classifier(component.path("purl").asString()) + ".jar";
    }

    /// `pkg:maven/io.netty/netty-epoll@4.2?classifier=linux-x86_64&type=jar`
    private static String classifier(String purl) {
        String marker = "classifier=";
        int at = purl.indexOf(marker);
        return at < 0 ? "" : "-" + purl.substring(at + marker.length()).split("&", 2)[0];
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
