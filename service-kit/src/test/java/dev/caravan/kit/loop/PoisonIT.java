package dev.caravan.kit.loop;

import static dev.caravan.kit.loop.Bench.COMMANDS;
import static dev.caravan.kit.loop.Bench.captureZone;
import static dev.caravan.kit.loop.Bench.context;
import static dev.caravan.kit.loop.Bench.lowerTtl;
import static dev.caravan.kit.loop.Bench.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.connections.Connections;
import dev.caravan.kit.messaging.CommonRecords;
import dev.caravan.kit.testing.TestBroker;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.common.CommandFailed;
import dev.caravan.schemas.common.CommandRefused;
import dev.caravan.schemas.dns.ZoneCaptured;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// Records that nobody can carry out: each is kept with its cause, and those after it are carried out.
@Tag("broker")
class PoisonIT {

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static Bench bench;
    private static ConfigurableApplicationContext worker;

    @BeforeAll
    static void start() throws Exception {
        bench = new Bench(BROKER.bootstrapServers());
        worker = bench.worker();
    }

    @AfterAll
    static void stop() throws Exception {
        worker.close();
        bench.close();
    }

    @Test
    void garbage_is_kept_as_it_came_with_its_cause() throws Exception {
        // Given
        var account = bench.account();
        var garbage = Bench.bytes("neither Avro nor ours " + unique("garbage"));

        // When
        bench.send(COMMANDS, 0, Bench.bytes(account), garbage);

        // Then
        var letter = letter(garbage);
        assertThat(letter.key()).isEqualTo(Bench.bytes(account));
        assertThat(Bench.headers(letter))
                .containsEntry("dlt-code", "unreadable")
                .containsEntry("dlt-topic", COMMANDS)
                .containsEntry("dlt-service", "dns-service")
                .hasEntrySatisfying("dlt-cause", cause -> assertThat(cause).contains("wire format"));
        assertThatOthersGoOn(account);
    }

    @Test
    void a_schema_that_no_registry_knows_is_kept() throws Exception {
        // Given
        var account = bench.account();
        var unknown = new byte[] {0, 0x7f, 0, 0, (byte) account.hashCode(), 1, 2, 3};

        // When
        bench.send(COMMANDS, 0, Bench.bytes(account), unknown);

        // Then
        assertThat(Bench.headers(letter(unknown)).get("dlt-cause")).contains("no schema with the id");
        assertThatOthersGoOn(account);
    }

    @Test
    void letters_are_counted_under_their_topic() throws Exception {
        // Given
        var command = Bench.bytes(unique("garbage"));
        var connection = Bench.bytes(unique("garbage"));
        var commandsBefore = counted(COMMANDS);
        var connectionsBefore = counted(TopicCatalogue.CONNECTIONS);

        // When
        bench.send(COMMANDS, 0, Bench.bytes(bench.account()), command);
        bench.send(TopicCatalogue.CONNECTIONS, null, Bench.bytes(unique("connection")), connection);

        // Then
        await().untilAsserted(() -> {
            assertThat(counted(COMMANDS)).isEqualTo(commandsBefore + 1);
            assertThat(counted(TopicCatalogue.CONNECTIONS)).isEqualTo(connectionsBefore + 1);
        });
    }

    @Test
    void of_a_damaged_command_the_run_hears() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var whole = bench.encode(COMMANDS, lowerTtl(context(run, account).build(), unique("zone")));
        var damaged = Arrays.copyOf(whole, whole.length - 4);

        // When
        bench.send(COMMANDS, 0, Bench.bytes(account), damaged);

        // Then
        assertThat(bench.event(run, CommandFailed.class).getCode()).isEqualTo("unreadable");
        assertThat(Bench.headers(letter(damaged)).get("dlt-cause")).contains("LowerTtl");
    }

    @Test
    void a_command_without_key_or_with_another_accounts_key_is_not_carried_out() throws Exception {
        // Given
        var account = bench.account();
        var keyless = unique("run");
        var foreign = unique("run");
        var zone = unique("zone");

        // When
        bench.send(
                COMMANDS,
                0,
                null,
                bench.encode(COMMANDS, lowerTtl(context(keyless, account).build(), zone)));
        bench.issue(bench.account(), lowerTtl(context(foreign, account).build(), zone));

        // Then
        assertThat(bench.event(keyless, CommandFailed.class).getCode()).isEqualTo("no-key");
        assertThat(bench.event(foreign, CommandFailed.class).getCode()).isEqualTo("foreign-key");
        assertThat(bench.remote.reads(zone)).isZero();
    }

    @Test
    void a_record_without_value_is_kept() throws Exception {
        // Given
        var account = bench.account();

        // When
        bench.send(COMMANDS, 0, Bench.bytes(account), null);

        // Then
        await().untilAsserted(() -> assertThat(bench.deadLetters())
                .filteredOn(letter -> Arrays.equals(letter.key(), Bench.bytes(account)))
                .singleElement()
                .satisfies(letter -> assertThat(Bench.headers(letter)).containsEntry("dlt-code", "no-value")));
        assertThatOthersGoOn(account);
    }

    @Test
    void a_command_of_two_megabytes_is_kept_without_its_value_and_its_run_hears() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var zones = IntStream.range(0, 200_000)
                .mapToObj(n -> "zone-%05d".formatted(n))
                .toArray(String[]::new);

        // When
        bench.issue(account, lowerTtl(context(run, account).build(), zones));

        // Then
        assertThat(bench.event(run, CommandFailed.class).getCode()).isEqualTo("too-large");
        assertThat(bench.deadLetters())
                .filteredOn(letter -> Arrays.equals(letter.key(), Bench.bytes(account)))
                .singleElement()
                .satisfies(letter -> assertThat(Bench.headers(letter)).containsKey("dlt-omitted-bytes"));
        assertThatOthersGoOn(account);
    }

    @Test
    void an_event_on_the_commands_topic_is_refused_as_no_command() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        bench.issue(account, captureZone(context(run, account).build(), unique("zone")));
        bench.event(run, ZoneCaptured.class);
        var event = bench.eventRecords(run).getFirst().value();

        // When
        bench.send(COMMANDS, 0, Bench.bytes(account), event);

        // Then
        assertThat(Bench.headers(letter(event)).get("dlt-cause")).contains("ZoneCaptured is no command");
    }

    @Test
    void a_bug_ends_its_own_command_for_good_and_no_other() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");

        // When
        bench.issue(account, captureZone(context(run, account).build(), "bug"));

        // Then
        var failed = bench.event(run, CommandFailed.class);
        assertThat(failed.getIsTransient()).isFalse();
        assertThat(failed.getCode()).isEqualTo("bug");
        assertThat(failed.getReason()).contains("a bug");
        assertThat(bench.deadLetters())
                .filteredOn(letter -> Arrays.equals(letter.key(), Bench.bytes(account)))
                .hasSize(1);
        assertThatOthersGoOn(account);
    }

    @Test
    void a_connection_that_cannot_be_read_is_kept_and_refuses_its_commands() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var garbage = Bench.bytes(unique("garbage"));
        await().until(() -> worker.getBean(Connections.class)
                        .resolve(CommonRecords.header(context(run, account).build()))
                instanceof Outcome.Done);

        // When
        bench.send(TopicCatalogue.CONNECTIONS, null, Bench.bytes("to-" + account), garbage);
        await().until(() -> letters(TopicCatalogue.CONNECTIONS, garbage).size() == 1);
        bench.issue(account, captureZone(context(run, account).build(), unique("zone")));

        // Then
        assertThat(bench.event(run, CommandRefused.class).getCode()).isEqualTo("unreadable-connection");
    }

    private static double counted(String topic) {
        return worker.getBean(MeterRegistry.class)
                .get("caravan.dead.letters")
                .tag("topic", topic)
                .counter()
                .count();
    }

    private static void assertThatOthersGoOn(String account) throws Exception {
        var run = unique("run");
        bench.issue(account, captureZone(context(run, account).build(), unique("zone")), 0);
        assertThat(bench.event(run, ZoneCaptured.class).getRecordSets()).isEqualTo(1);
    }

    private static ConsumerRecord<byte[], byte[]> letter(byte[] value) {
        return await().until(() -> letters(COMMANDS, value), letters -> !letters.isEmpty())
                .getFirst();
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(String topic, byte[] value) {
        return bench.records(TopicCatalogue.deadLettersOf(topic)).stream()
                .filter(letter -> Arrays.equals(letter.value(), value))
                .toList();
    }
}
