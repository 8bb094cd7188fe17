package dev.caravan.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;

/// All that a demo has told and kept so far: each record of each topic, Kafka's own and aborted ones included; each
/// answer of each process to a GET; each file of its folder. State stores and compressed files hide what they hold, but
/// all of it went through a topic.
final class Traces {

    private static final int CONSOLE = 0;
    private static final int SIMULATOR = 1;
    private static final List<Integer> WORKERS = List.of(6, 7, 8, 9);
    private static final List<String> OF_EVERY_SERVICE =
            List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/internal/pace");
    private static final List<String> OF_THE_SIMULATOR = List.of(
            "/sim/worlds",
            "/sim/credentials",
            "/sim/dns",
            "/sim/pace",
            "/sim/summary",
            "/sim/calls",
            "/sim/messages",
            "/sim/clock");

    private Traces() {}

    /// @param trace takes the place and what was found there, once for each record, answer and file
    static void of(LaunchedDemo demo, BiConsumer<String, byte[]> trace) throws IOException {
        records(demo, trace);
        answers(demo, trace);
        files(demo.folder(), trace);
    }

    // ---- records -------------------------------------------------------------------------------------------------

    private static void records(LaunchedDemo demo, BiConsumer<String, byte[]> trace) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", demo.bootstrapServers(), "isolation.level", "read_uncommitted"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(Collection::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(polled -> record(polled, trace));
            }
        }
    }

    private static void record(ConsumerRecord<byte[], byte[]> polled, BiConsumer<String, byte[]> trace) {
        if (polled.key() != null) {
            trace.accept("key on " + polled.topic(), polled.key());
        }
        if (polled.value() != null) {
            trace.accept("value on " + polled.topic(), polled.value());
        }
        for (Header header : polled.headers()) {
            trace.accept("header on " + polled.topic(), header.key().getBytes(UTF_8));
            if (header.value() != null) {
                trace.accept("header on " + polled.topic(), header.value());
            }
        }
    }

    // ---- answers -------------------------------------------------------------------------------------------------

    private static void answers(LaunchedDemo demo, BiConsumer<String, byte[]> trace) {
        Stream.concat(OF_EVERY_SERVICE.stream(), ofTheConsole(demo))
                .forEach(path -> answer(demo, CONSOLE, path, trace));
        WORKERS.forEach(worker -> OF_EVERY_SERVICE.forEach(path -> answer(demo, worker, path, trace)));
        OF_THE_SIMULATOR.forEach(path -> answer(demo, SIMULATOR, path, trace));
    }

    /// Whatever the interface says of itself that one can get, for all runs, steps and connections; and the pages.
    private static Stream<String> ofTheConsole(LaunchedDemo demo) {
        JsonNode run = demo.get("/api/runs").get(0);
        JsonNode steps = demo.get("/api/runs/" + run.path("runId").asString()).path("steps");
        Map<String, List<String>> values = Map.of(
                "runId", List.of(run.path("runId").asString()),
                "stepId", texts(steps, "stepId"),
                "inputId", List.of(run.path("inputs").get(0).asString().split("!")[0]),
                "connectionId", texts(demo.get("/api/connections"), "connectionId"),
                "name", texts(demo.get("/api/runbooks"), "name"));
        Stream<String> described = demo.get("/v3/api-docs")
                .path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey);
        Stream<String> others = Stream.of("/", "/runs/{runId}", "/runs/{runId}/changes", "/v3/api-docs");
        return Stream.concat(described, others).flatMap(path -> filled(path, values));
    }

    private static Stream<String> filled(String path, Map<String, List<String>> values) {
        if (!path.contains("{")) {
            return Stream.of(path);
        }
        String name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
        assertThat(values).as("nobody knows what to ask " + path + " for").containsKey(name);
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> filled(path.replace("{" + name + "}", value), values));
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return nodes.valueStream().map(node -> node.path(field).asString()).toList();
    }

    private static void answer(LaunchedDemo demo, int port, String path, BiConsumer<String, byte[]> trace) {
        HttpResponse<Stream<String>> answer = demo.lines(port, path);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        told.writeBytes(answer.headers().map().toString().getBytes(UTF_8));
        boolean isStream =
                answer.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
        try (Stream<String> lines = answer.body()) {
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            // A stream does not end: its first event is all that is waited for.
            lines.takeWhile(line -> !isStream || !line.isEmpty())
                    .forEach(line -> told.writeBytes(line.getBytes(UTF_8)));
        }
        trace.accept("answer of " + port + " to " + path, told.toByteArray());
    }

    // ---- files ---------------------------------------------------------------------------------------------------

    private static void files(Path folder, BiConsumer<String, byte[]> trace) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Traces::isTold).toList()) {
                try {
                    trace.accept("file " + folder.relativize(file), Files.readAllBytes(file));
                } catch (NoSuchFileException gone) {
                    trace.accept("file " + folder.relativize(file), new byte[0]);
                }
            }
        }
    }

    /// The broker's indexes hold nothing but offsets and times, each in ten megabytes of zeros.
    private static boolean isTold(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.endsWith(".index") && !name.endsWith(".timeindex");
    }
}
