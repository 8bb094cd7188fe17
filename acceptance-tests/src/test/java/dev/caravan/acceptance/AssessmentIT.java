package dev.caravan.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.SchemaRegistryClient;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.inventory.DependenciesFound;
import dev.caravan.schemas.inventory.Dependency;
import dev.caravan.schemas.inventory.InventoryObject;
import dev.caravan.schemas.inventory.TenantCaptured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An assessment reads both tenants and changes neither, by whichever interface of Exchange Online;
/// what it kept is compared with the files of the world.
class AssessmentIT {

    private static final String WORLD = "fabrikam-to-contoso";
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Files of a side by the folder that they lie in; a kind that the side has none of has no file.
    private static final Map<String, List<String>> FILES = Map.of(
            "graph",
            List.of("domains", "users", "deletedUsers", "groups", "applications", "subscribedSkus"),
            "exchange",
            List.of(
                    "mailboxes",
                    "mailboxStatistics",
                    "mailboxPermissions",
                    "mailboxFolderPermissions",
                    "inboxRules",
                    "recipientPermissions",
                    "distributionGroups",
                    "dynamicDistributionGroups",
                    "unifiedGroups",
                    "mailContacts",
                    "mailPublicFolders",
                    "transportRules",
                    "inboundConnectors"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"invoke-command", "documented-first"})
    void what_is_captured_is_what_the_tenants_hold(String routing) throws Exception {
        // Given
        Map<String, String> environment = Map.of("CARAVAN_MICROSOFT365_EXCHANGEROUTING", routing);
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, environment, "--runbook", "assessment")) {
            // When
            demo.awaitOutput("Everything stays up");
            List<SpecificRecord> events = records(demo, WorkerService.INVENTORY.eventsTopic());
            List<InventoryObject> objects = records(demo, TopicCatalogue.INVENTORY_OBJECTS).stream()
                    .map(InventoryObject.class::cast)
                    .toList();

            // Then
            assertThat(demo.output()).contains("the dump is as the ledger says");
            assertThat(snapshots(events))
                    .hasSize(2)
                    .allSatisfy(captured -> assertThat(objects.stream()
                                    .filter(object -> object.getSnapshotId().equals(captured.getSnapshotId())))
                            .hasSize(captured.getObjects()));
            assertThat(Worlds.filesBesideZones(demo.dump().resolve(WORLD)))
                    .isEqualTo(Worlds.filesBesideZones(Worlds.SAMPLE));
            assertHolds("source", "capture-source-1", objects);
            assertHolds("destination", "capture-destination-1", objects);
            assertMembers(objects);
            assertThat(dependencies(events).map(Dependency::getKind))
                    .contains("user", "group", "application", "contact", "publicFolder", "deletedUser");
            assertThat(dependencies(events).flatMap(found -> found.getReferences().stream()))
                    .as("what an X500 address contains keeps no domain from moving")
                    .noneMatch(reference -> reference.toLowerCase().startsWith("x500:"));
            assertThat(Calls.of(demo).effects()).isEmpty();
            assertThat(GraphTraffic.in(folder)).isNotEmptyFile();
        }
    }

    private static void assertHolds(String side, String snapshot, List<InventoryObject> objects) throws IOException {
        for (Map.Entry<String, List<String>> product : FILES.entrySet()) {
            for (String kind : product.getValue()) {
                Path file =
                        Worlds.SAMPLE.resolve(side).resolve(product.getKey()).resolve(kind + ".jsonl");
                assertSame(
                        kind, Files.exists(file) ? Files.readAllLines(file) : List.of(), kept(objects, snapshot, kind));
            }
        }
    }

    /// Members of groups are written by their address, however the world names them.
    private static void assertMembers(List<InventoryObject> objects) throws IOException {
        Map<String, String> addresses = new HashMap<>();
        for (String line : Files.readAllLines(Worlds.SAMPLE.resolve("source/exchange/distributionGroups.jsonl"))) {
            JsonNode group = JSON.readTree(line);
            addresses.put(
                    group.path("Identity").asString(),
                    group.path("PrimarySmtpAddress").asString());
        }
        List<String> lines = Files.readAllLines(Worlds.SAMPLE.resolve("source/exchange/groupMembers.jsonl")).stream()
                .map(JSON::readTree)
                .map(row -> row.path("Group").asString() + ": "
                        + addresses.getOrDefault(
                                row.path("Member").asString(),
                                row.path("Member").asString()))
                .toList();
        assertThat(kept(objects, "capture-source-1", "groupMembers").stream()
                        .map(row -> row.path("Group").asString() + ": "
                                + row.path("Member").asString()))
                .containsExactlyInAnyOrderElementsOf(lines);
    }

    /// Each line has one object with all its properties, and no object is without a line.
    private static void assertSame(String kind, List<String> lines, List<JsonNode> kept) {
        List<JsonNode> left = new ArrayList<>(kept);
        for (String line : lines) {
            JsonNode expected = JSON.readTree(line);
            JsonNode found = left.stream()
                    .filter(object -> holds(object, expected))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(kind + ": nothing was captured of " + line));
            left.remove(found);
        }
        assertThat(left).as("%s that no line speaks of", kind).isEmpty();
    }

    private static boolean holds(JsonNode object, JsonNode expected) {
        return expected.properties().stream()
                .allMatch(property -> property.getValue().equals(object.path(property.getKey())));
    }

    private static List<JsonNode> kept(List<InventoryObject> objects, String snapshot, String kind) {
        return objects.stream()
                .filter(object -> object.getSnapshotId().equals(snapshot)
                        && object.getKind().equals(kind))
                .map(object -> JSON.readTree(object.getJson()))
                .toList();
    }

    private static List<TenantCaptured> snapshots(List<SpecificRecord> events) {
        return events.stream()
                .filter(TenantCaptured.class::isInstance)
                .map(TenantCaptured.class::cast)
                .toList();
    }

    private static Stream<Dependency> dependencies(List<SpecificRecord> events) {
        return events.stream()
                .filter(DependenciesFound.class::isInstance)
                .map(DependenciesFound.class::cast)
                .flatMap(found -> found.getDependencies().stream());
    }

    /// All records of a topic, each of the last of its key where it has one of its own.
    private static List<SpecificRecord> records(LaunchedDemo demo, String topic) {
        AvroRecords avro = new AvroRecords(new SchemaRegistryClient(URI.create(demo.registry())));
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                demo.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        List<SpecificRecord> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    assertThat(new String(record.key(), UTF_8)).isNotEmpty();
                    records.add(avro.decode(record.value()));
                });
            }
        }
        return records;
    }
}
