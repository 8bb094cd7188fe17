package dev.caravan.launcher.bench;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.AvroSerializer;
import dev.caravan.schemas.CloudEventHeaders;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.inputs.ConnectionRole;
import dev.caravan.schemas.inputs.CreateRun;
import dev.caravan.schemas.inputs.InputContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Runs as a benchmark needs them, asked for where every client asks: in `caravan.run.inputs`.
final class Workload implements AutoCloseable {

    private static final String CUSTOMER = "00000000-0000-4000-8000-000000000001";
    private static final String ACCOUNT = "dns:bench";
    private static final String SERVICE = "bench";

    private final KafkaProducer<String, @Nullable SpecificRecord> producer;

    Workload(String bootstrapServers, AvroRecords records) {
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, "0"),
                new StringSerializer(),
                new AvroSerializer(records));
    }

    /// A runbook of steps that change nothing, each after the one before.
    static String sequence(int steps) {
        var yaml = new StringBuilder("""
                runbook: bench-sequence
                title: Steps that change nothing, one after the other
                phases:
                  - phase: all
                    title: All
                    steps:
                """);
        for (var step = 1; step <= steps; step++) {
            yaml.append("""
                          - step: step-%1$d
                            title: Step %1$d
                            command: dns.CaptureZone
                            over: domains
                            chunk: 1
                            timeout: 10m
                    """.formatted(step));
        }
        return yaml.toString();
    }

    /// A runbook that waits for a person from the start.
    static String waiting() {
        return """
                runbook: bench-waiting
                title: Somebody who never answers
                phases:
                  - phase: all
                    title: All
                    steps:
                      - step: wait-for-somebody
                        title: Wait for somebody
                        task: Nobody does this.
                        assignee: engineer
                        evidence: None
                """;
    }

    /// Ids of runs, not asked for yet.
    static List<String> ids(String prefix, int count) {
        var ids = new ArrayList<String>();
        for (var number = 1; number <= count; number++) {
            ids.add(prefix + "-" + number);
        }
        return ids;
    }

    /// Asks for a run with each of the ids, all of one runbook.
    void create(List<String> runIds, String runbookName, String yaml) {
        runIds.forEach(runId -> create(runId, runbookName, yaml));
        producer.flush();
    }

    private void create(String runId, String runbookName, String yaml) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var context = new InputContext(runId + "-create", runId, "Bench", now);
        var run = new CreateRun(
                context,
                runId,
                CUSTOMER,
                runbookName,
                yaml,
                List.of(new ConnectionRole("dns", "bench-dns", ACCOUNT)),
                List.of("bench.example"),
                "UTC",
                now.plus(30, ChronoUnit.DAYS),
                List.of());
        var headers = CloudEventHeaders.of(context.getInputId(), run.getSchema(), SERVICE, runId, now, runId)
                .toHeaders();
        producer.send(new ProducerRecord<>(TopicCatalogue.RUN_INPUTS, null, runId, run, headers));
    }

    @Override
    public void close() {
        producer.close();
    }
}
