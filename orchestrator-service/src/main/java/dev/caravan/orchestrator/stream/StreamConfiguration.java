package dev.caravan.orchestrator.stream;

import dev.caravan.kit.messaging.DeadLetterMeters;
import dev.caravan.orchestrator.cel.CelConditions;
import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.catalogue.CataloguedCommands;
import dev.caravan.orchestrator.runbook.lint.Problem;
import dev.caravan.orchestrator.runbook.yaml.Reading;
import dev.caravan.orchestrator.runbook.yaml.RunbookReader;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.CommandCatalogue;
import dev.caravan.schemas.SchemaRegistryClient;
import dev.caravan.schemas.TopicCatalogue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.Stores;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/// Puts the topology into Spring's Kafka Streams, and the gate before it.
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
class StreamConfiguration {

    /// What problems call the text of a run.
    private static final String RUNBOOK = "runbook";

    @Bean
    KnownSchemas knownSchemas(RegistrySettings registry) {
        return new KnownSchemas(new SchemaRegistryClient(registry.url()));
    }

    @Bean
    AvroRecords avroRecords(KnownSchemas schemas) {
        return new AvroRecords(schemas);
    }

    @Bean
    PaceBoard paceBoard() {
        return new PaceBoard();
    }

    @Bean
    Admin admin(KafkaProperties kafka, KafkaConnectionDetails servers) {
        var settings = kafka.buildAdminProperties();
        settings.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.getAdmin().getBootstrapServers());
        return Admin.create(settings);
    }

    @Bean
    RunProcessor.Parts runProcessorParts(
            AvroRecords avro, InstantSource clock, PaceBoard board, MeterRegistry meters, StreamSettings settings) {
        return new RunProcessor.Parts(
                avro,
                runbookTexts(),
                new CelConditions(),
                clock,
                board,
                new DeadLetterMeters(meters, TopicCatalogue.readByOrchestrator()),
                settings.punctuation(),
                settings.timersPerSliceMax(),
                settings.runsDecodedMax());
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer runTopology(RunProcessor.Parts parts, ApplicationContext application) {
        return streams -> {
            Guarantees.require(Objects.requireNonNull(streams.getStreamsConfiguration()));
            streams.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
                @Override
                public void configureTopology(Topology topology) {
                    RunTopology.addTo(topology, () -> new RunProcessor(parts), Stores::persistentKeyValueStore);
                }
            });
            streams.setStreamsUncaughtExceptionHandler(new LastNet());
            streams.setStateListener((now, _) -> exitOnError(now, application));
        };
    }

    @Bean
    StreamsGate streamsGate(
            Admin admin, KnownSchemas schemas, StreamSettings settings, StreamsBuilderFactoryBean streams) {
        return new StreamsGate(new TopicsCheck(admin), schemas, settings.topicsWaitMax(), streams.getPhase() - 1);
    }

    @Bean
    HealthIndicator streamsHealthIndicator(StreamsBuilderFactoryBean streams, StreamsGate gate) {
        return new StreamsHealth(streams, gate);
    }

    @Bean
    LedgerQueries ledgerQueries(StreamsBuilderFactoryBean streams) {
        var properties = Objects.requireNonNull(streams.getStreamsConfiguration());
        var server = properties.getProperty(StreamsConfig.APPLICATION_SERVER_CONFIG);
        return new StoredLedger(streams, Optional.ofNullable(HostInfo.buildFromEndpoint(server)));
    }

    private static void exitOnError(KafkaStreams.State now, ApplicationContext application) {
        if (now == KafkaStreams.State.ERROR) {
            // A thread of its own: the context waits for the streams, and they for this listener.
            new Thread(() -> System.exit(SpringApplication.exit(application, () -> 1)), "exit").start();
        }
    }

    private static RunbookShelf.Texts runbookTexts() {
        var reader = new RunbookReader(new CataloguedCommands(CommandCatalogue.shipped()), new CelExpressions());
        return new RunbookShelf.Texts(text -> offered(reader, text), text -> reader.readAccepted(RUNBOOK, text));
    }

    private static Runbook offered(RunbookReader reader, String text) {
        return switch (reader.read(RUNBOOK, text)) {
            case Reading.Readable readable -> readable.runbook();
            case Reading.Broken broken -> throw new IllegalArgumentException(firstError(broken));
        };
    }

    private static String firstError(Reading.Broken broken) {
        return broken.problems().stream()
                .filter(Problem::isError)
                .findFirst()
                .map(Problem::toString)
                .orElse("no runbook");
    }
}
