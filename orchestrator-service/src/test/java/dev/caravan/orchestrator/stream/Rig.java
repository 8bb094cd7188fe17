package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.kit.messaging.DeadLetterMeters;
import dev.caravan.orchestrator.cel.CelConditions;
import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.catalogue.CataloguedCommands;
import dev.caravan.orchestrator.runbook.yaml.Reading;
import dev.caravan.orchestrator.runbook.yaml.RunbookReader;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.CloudEventHeaders;
import dev.caravan.schemas.CommandCatalogue;
import dev.caravan.schemas.LocalSchemaIds;
import dev.caravan.schemas.SchemaIds;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.run.PlanView;
import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/// The topology without a broker: a test plays everybody around it, and the clock.
final class Rig implements AutoCloseable {

    static final Duration PUNCTUATION = Duration.ofMillis(10);
    static final int TIMERS_PER_SLICE_MAX = 100;

    final AvroRecords avro;
    final PaceBoard board = new PaceBoard();
    final MeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private Instant now = People.START;

    Rig() {
        this(new LocalSchemaIds(), new CelConditions());
    }

    Rig(SchemaIds ids, Conditions conditions) {
        avro = new AvroRecords(ids);
        var parts = new RunProcessor.Parts(
                avro,
                new RunbookShelf.Texts(Rig::runbook, Rig::runbook),
                conditions,
                () -> now,
                board,
                new DeadLetterMeters(meters, TopicCatalogue.readByOrchestrator()),
                PUNCTUATION,
                TIMERS_PER_SLICE_MAX,
                10);
        var topology = new Topology();
        RunTopology.addTo(topology, () -> new RunProcessor(parts), Stores::inMemoryKeyValueStore);
        driver = new TopologyTestDriver(topology, settings(), People.START);
    }

    static Runbook runbook(String text) {
        var reader = new RunbookReader(new CataloguedCommands(CommandCatalogue.shipped()), new CelExpressions());
        return switch (reader.read("test.yaml", text)) {
            case Reading.Readable readable -> readable.runbook();
            case Reading.Broken broken ->
                throw new IllegalArgumentException(broken.problems().toString());
        };
    }

    // ---- in ------------------------------------------------------------------------------------------------------

    void ask(String runId, SpecificRecord request) {
        pipe(TopicCatalogue.RUN_INPUTS, runId.getBytes(UTF_8), avro.encode(TopicCatalogue.RUN_INPUTS, request));
    }

    void tell(String runId, SpecificRecord event) {
        var topic = WorkerService.DNS.eventsTopic();
        pipe(topic, runId.getBytes(UTF_8), avro.encode(topic, event));
    }

    void pipe(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        pipe(topic, key, value, new RecordHeaders());
    }

    void pipe(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers));
    }

    /// Time passes, and the topology gets one chance to see it.
    void pass(Duration time) {
        now = now.plus(time);
        look();
    }

    /// One look for due timers; no time passes for runs.
    void look() {
        driver.advanceWallClockTime(PUNCTUATION);
    }

    // ---- out -----------------------------------------------------------------------------------------------------

    /// All that was written to a topic since the last look.
    List<Written> written(String topic) {
        var output = driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return output.readRecordsToList().stream()
                .map(record -> new Written(
                        record.key() == null ? null : new String(record.key(), UTF_8),
                        record.value(),
                        record.headers()))
                .toList();
    }

    <T extends SpecificRecord> List<T> written(String topic, Class<T> type) {
        return decoded(topic).stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<SpecificRecord> decoded(String topic) {
        var decoded = new ArrayList<SpecificRecord>();
        for (var record : written(topic)) {
            if (record.value() != null) {
                decoded.add(avro.decode(record.value()));
            }
        }
        return decoded;
    }

    List<SpecificRecord> commands() {
        return decoded(WorkerService.DNS.commandsTopic());
    }

    <T extends SpecificRecord> List<T> commands(Class<T> type) {
        return written(WorkerService.DNS.commandsTopic(), type);
    }

    /// The names of the events that the story was told in.
    List<String> story() {
        return decoded(TopicCatalogue.RUN_EVENTS).stream()
                .map(event -> event.getSchema().getName())
                .toList();
    }

    /// Views written since the last look.
    Views views() {
        var views = new LinkedHashMap<String, Optional<SpecificRecord>>();
        for (var record : written(TopicCatalogue.RUN_VIEWS)) {
            views.put(
                    String.valueOf(record.key()),
                    Optional.ofNullable(record.value()).map(avro::decode));
        }
        return new Views(views);
    }

    List<Written> deadLetters(String topic) {
        return written(TopicCatalogue.deadLettersOf(topic));
    }

    KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public void close() {
        driver.close();
    }

    /// The latest value of each key; an empty one took the view away.
    record Views(Map<String, Optional<SpecificRecord>> byKey) {
        StepView step(String key) {
            return (StepView) view(key);
        }

        RunView run(String key) {
            return (RunView) view(key);
        }

        PlanView plan(String key) {
            return (PlanView) view(key);
        }

        private SpecificRecord view(String key) {
            return byKey.getOrDefault(key, Optional.empty())
                    .orElseThrow(() -> new AssertionError("no view " + key + " among " + byKey.keySet()));
        }
    }

    record Written(@Nullable String key, byte @Nullable [] value, Headers headers) {
        String header(String name) {
            return CloudEventHeaders.text(headers, name).orElse("");
        }
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "rig");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, temporary().toString());
        return settings;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rig");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
