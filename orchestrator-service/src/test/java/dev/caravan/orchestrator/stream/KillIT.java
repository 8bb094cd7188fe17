package dev.caravan.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.kit.testing.TestBroker;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.run.RunCompleted;
import dev.caravan.schemas.run.RunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Two orchestrators, each a process of its own; one is killed while runs are under way, and comes back.
@Tag("broker")
class KillIT {

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int STEPS = 12;
    private static final List<String> RUNS =
            IntStream.range(0, 12).mapToObj("killed-%d"::formatted).toList();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void nothing_is_lost_and_nothing_is_doubled_when_an_instance_is_killed() throws Exception {
        // Given
        try (var cluster = new Cluster(BROKER.bootstrapServers());
                var worker = new Worker(cluster, "workers-kill");
                var commands = cluster.reader(WorkerService.DNS.commandsTopic());
                var events = cluster.reader(TopicCatalogue.RUN_EVENTS);
                var first = start(cluster, "one");
                var second = start(cluster, "two")) {
            RUNS.forEach(run -> cluster.ask(run, People.create(run, runbook(), "a.example")));
            await().atMost(LONG).until(() -> worker.commandIds().size() >= RUNS.size() * STEPS / 4);

            // When
            first.kill();
            await().atMost(LONG).until(() -> worker.commandIds().size() >= RUNS.size() * STEPS / 2);
            try (var restarted = start(cluster, "one")) {
                await().atMost(LONG).until(() -> completed(events) == RUNS.size());
            }

            // Then
            await().atMost(LONG).until(() -> idsOf(commands.all()).size() >= RUNS.size() * STEPS);
            assertThat(idsOf(commands.all())).doesNotHaveDuplicates().hasSize(RUNS.size() * STEPS);
            sequences(events.all())
                    .forEach((run, numbers) -> assertThat(numbers)
                            .as(run)
                            .containsExactlyElementsOf(LongStream.rangeClosed(1, numbers.size())
                                    .boxed()
                                    .toList()));
        }
    }

    private static long completed(Cluster.Reader events) {
        return events.all(RunCompleted.class).stream()
                .filter(event -> RUNS.contains(event.getContext().getRunId()))
                .count();
    }

    private static List<String> idsOf(List<SpecificRecord> commands) {
        return commands.stream()
                .map(command -> (CommandContext) command.get(0))
                .filter(context -> RUNS.contains(context.getRunId()))
                .map(CommandContext::getCommandId)
                .toList();
    }

    private static Map<String, List<Long>> sequences(List<SpecificRecord> events) {
        return events.stream()
                .map(event -> (RunContext) event.get(0))
                .filter(context -> RUNS.contains(context.getRunId()))
                .collect(Collectors.groupingBy(
                        RunContext::getRunId,
                        TreeMap::new,
                        Collectors.mapping(RunContext::getSequence, Collectors.toList())));
    }

    private static String runbook() {
        return """
                runbook: test
                title: Some steps
                phases:
                  - phase: change
                    title: Change
                    steps:
                """ + IntStream.rangeClosed(1, STEPS).mapToObj("""
                          - step: step-%d
                            title: Do nothing
                            command: dns.CaptureZone
                            over: domains
                    """::formatted).collect(Collectors.joining());
    }

    private Instance start(Cluster cluster, String name) throws IOException {
        var state = Files.createDirectories(directory.resolve(name));
        return Instance.start(
                StreamApplication.class, directory.resolve(name + ".log"), cluster.arguments(state.toString(), name));
    }
}
