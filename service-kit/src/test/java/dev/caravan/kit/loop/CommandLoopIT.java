package dev.caravan.kit.loop;

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
import dev.caravan.schemas.CloudEventHeaders;
import dev.caravan.schemas.common.CommandFailed;
import dev.caravan.schemas.common.CommandRefused;
import dev.caravan.schemas.dns.TtlLowered;
import dev.caravan.schemas.dns.TtlLoweringPlanned;
import dev.caravan.schemas.dns.ZoneCaptured;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// What becomes of commands, from topic to event, with a real broker and one worker.
@Tag("broker")
class CommandLoopIT {

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static Bench bench;
    private static ConfigurableApplicationContext worker;

    @BeforeAll
    static void start() throws Exception {
        bench = new Bench(BROKER.bootstrapServers());
        worker = bench.worker(
                "--caravan.commands.running-per-account-max=1", "--caravan.commands.waiting-per-account-max=2");
    }

    @AfterAll
    static void stop() throws Exception {
        worker.close();
        bench.close();
    }

    @Test
    void a_plan_is_told_before_it_is_carried_out_and_the_outcome_after() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var zone = unique("zone");
        bench.remote.hold(zone);

        // When
        bench.issue(account, lowerTtl(context(run, account).build(), zone));
        await().until(() -> !bench.remote.effects(zone).isEmpty());
        var toldBefore = bench.event(run, TtlLoweringPlanned.class);
        bench.remote.letGo(zone);

        // Then
        assertThat(bench.event(run, TtlLowered.class).getApplied()).isEqualTo(1);
        assertThat(toldBefore.getChanges()).singleElement().satisfies(change -> {
            assertThat(change.getBefore()).containsExactly("3600");
            assertThat(change.getAfter()).containsExactly("300");
        });
        assertThat(bench.events(run)).hasSize(2);
    }

    @Test
    void events_carry_the_headers_of_cloud_events_and_go_on_with_the_trace() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var headers = new RecordHeaders().add("traceparent", Bench.bytes("00-" + trace + "-b7ad6b7169203331-01"));
        var command = captureZone(context(run, account).build(), unique("zone"));

        // When
        bench.producer
                .send(new ProducerRecord<>(
                        Bench.COMMANDS,
                        null,
                        null,
                        Bench.bytes(account),
                        bench.encode(Bench.COMMANDS, command),
                        headers))
                .get();
        bench.event(run, ZoneCaptured.class);

        // Then
        var told = bench.eventRecords(run).getFirst();
        assertThat(told.key()).isEqualTo(Bench.bytes(run));
        assertThat(Bench.headers(told))
                .containsEntry(CloudEventHeaders.TYPE, "dev.caravan.schemas.dns.ZoneCaptured")
                .containsEntry(CloudEventHeaders.SOURCE, "/caravan/dns-service")
                .containsEntry(CloudEventHeaders.SUBJECT, run)
                .containsEntry(CloudEventHeaders.CORRELATION_ID, run)
                .containsEntry(CloudEventHeaders.CAUSATION_ID, run + "/lower-ttl/0/1")
                .hasEntrySatisfying(
                        CloudEventHeaders.TRACE_PARENT,
                        parent -> assertThat(parent).matches("00-" + trace + "-[0-9a-f]{16}-01"));
    }

    @Test
    void a_command_that_comes_twice_changes_nothing_the_second_time() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var zone = unique("zone");
        var command = lowerTtl(context(run, account).build(), zone);

        // When
        bench.issue(account, command);
        bench.issue(account, command);

        // Then
        await().untilAsserted(() -> assertThat(bench.events(run)).hasSize(3));
        assertThat(bench.events(run))
                .filteredOn(TtlLoweringPlanned.class::isInstance)
                .hasSize(1);
        assertThat(bench.remote.effects(zone)).containsExactly(zone + "=300");
    }

    @Test
    void a_dry_run_tells_its_plan_and_changes_nothing() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var zone = unique("zone");

        // When
        bench.issue(account, lowerTtl(context(run, account).setDryRun(true).build(), zone));
        bench.issue(account, captureZone(context(run, account).build(), zone));
        bench.event(run, ZoneCaptured.class);

        // Then
        assertThat(bench.events(run)).hasSize(2).first().isInstanceOf(TtlLoweringPlanned.class);
        assertThat(bench.remote.effects(zone)).isEmpty();
    }

    @Test
    void a_command_of_an_aborted_transaction_is_never_carried_out() throws Exception {
        // Given
        var account = bench.account();
        var aborted = unique("zone");
        var committed = unique("zone");
        var run = unique("run");
        var settings = Map.<String, Object>of(
                "bootstrap.servers", BROKER.bootstrapServers(), "transactional.id", unique("transaction"));

        // When
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record(
                            account, lowerTtl(context(unique("run"), account).build(), aborted)))
                    .get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(record(account, lowerTtl(context(run, account).build(), committed)))
                    .get();
            producer.commitTransaction();
        }
        bench.event(run, TtlLowered.class);

        // Then
        assertThat(bench.remote.effects(committed)).hasSize(1);
        assertThat(bench.remote.reads(aborted)).isZero();
    }

    @Test
    void what_may_not_be_done_is_refused_with_its_reason() throws Exception {
        // Given
        var account = bench.account();
        var killed = unique("account");
        bench.connect(killed, true);
        var past = Bench.now().minusSeconds(1);
        var late = unique("run");
        var foreign = unique("run");
        var unknown = unique("run");
        var stopped = unique("run");
        var unapproved = unique("run");

        // When
        bench.issue(account, lowerTtl(context(late, account).setNotAfter(past).build(), "z"));
        bench.issue(
                account,
                lowerTtl(context(foreign, account).setCustomerId("other").build(), "z"));
        bench.issue(
                account,
                lowerTtl(context(unknown, account).setConnectionId("none").build(), "z"));
        bench.issue(killed, lowerTtl(context(stopped, killed).build(), "z"));
        bench.issue(
                account,
                lowerTtl(
                        context(unapproved, account)
                                .setApprovedChanges(List.of())
                                .build(),
                        "z"));

        // Then
        assertThat(refusal(late)).isEqualTo("expired");
        assertThat(refusal(foreign)).isEqualTo("foreign-connection");
        assertThat(refusal(unknown)).isEqualTo("unknown-connection");
        assertThat(refusal(stopped)).isEqualTo("kill-switch");
        assertThat(refusal(unapproved)).isEqualTo("plan-changed");
        assertThat(bench.remote.effects("z")).isEmpty();
    }

    @Test
    void a_kill_switch_stops_a_running_command_before_its_next_call() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var first = unique("zone");
        var second = unique("zone");
        bench.remote.hold(first);
        bench.issue(account, lowerTtl(context(run, account).build(), first, second));
        await().until(() -> !bench.remote.effects(first).isEmpty());

        // When
        bench.connect(account, true);
        await().until(() -> isKilled(account));
        bench.remote.letGo(first);

        // Then
        assertThat(bench.event(run, CommandFailed.class).getCode()).isEqualTo("kill-switch");
        assertThat(bench.remote.effects(second)).isEmpty();
    }

    @Test
    void a_full_lane_pauses_its_partition_and_delays_no_other() throws Exception {
        // Given
        var busy = bench.account();
        var other = bench.account();
        var zones = IntStream.range(0, 6).mapToObj(_ -> unique("zone")).toList();
        bench.remote.hold(zones.getFirst());
        for (var zone : zones) {
            bench.issue(busy, lowerTtl(context(unique("run"), busy).build(), zone), 0);
        }
        await().until(() -> worker.getBean(LaneRunner.class).full().contains(0));
        var run = unique("run");

        // When
        bench.issue(other, lowerTtl(context(run, other).build(), unique("zone")), 1);
        bench.event(run, TtlLowered.class);
        bench.remote.letGo(zones.getFirst());

        // Then
        await().untilAsserted(() -> assertThat(zones)
                .allSatisfy(zone -> assertThat(bench.remote.effects(zone)).hasSize(1)));
    }

    private static ProducerRecord<byte[], byte[]> record(String account, SpecificRecord command) {
        return new ProducerRecord<>(Bench.COMMANDS, Bench.bytes(account), bench.encode(Bench.COMMANDS, command));
    }

    private static String refusal(String run) {
        return bench.event(run, CommandRefused.class).getCode();
    }

    private static boolean isKilled(String account) {
        var header = CommonRecords.header(context(unique("run"), account).build());
        return worker.getBean(Connections.class).resolve(header) instanceof Outcome.Refused;
    }
}
