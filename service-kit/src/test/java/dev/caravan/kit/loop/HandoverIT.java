package dev.caravan.kit.loop;

import static dev.caravan.kit.loop.Bench.context;
import static dev.caravan.kit.loop.Bench.lowerTtl;
import static dev.caravan.kit.loop.Bench.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.kit.testing.TestBroker;
import dev.caravan.schemas.dns.TtlLowered;
import dev.caravan.schemas.dns.TtlLoweringPlanned;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// A command passes from one worker to the next, orderly or not: its effects happen once.
@Tag("broker")
class HandoverIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static Bench bench;

    @BeforeAll
    static void start() throws Exception {
        bench = new Bench(BROKER.bootstrapServers());
        bench.forgetDeadMembersSoon();
    }

    @AfterAll
    static void stop() throws Exception {
        bench.close();
    }

    @Test
    void a_worker_that_stops_leaves_its_command_to_the_next() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var zones = List.of(unique("zone"), unique("zone"));
        bench.remote.hold(zones.getFirst());
        var first = bench.worker();
        bench.issue(account, lowerTtl(context(run, account).build(), zones.getFirst(), zones.getLast()));
        await().until(() -> !bench.remote.effects(zones.getFirst()).isEmpty());

        // When
        var stopping = Thread.ofVirtual().start(first::close);
        await().until(() -> isStopping(first));
        bench.remote.letGo(zones.getFirst());
        stopping.join();
        var toldByFirst = bench.events(run);

        // Then
        try (var _ = bench.worker()) {
            bench.event(run, TtlLowered.class);
            assertThat(toldByFirst).singleElement().isInstanceOf(TtlLoweringPlanned.class);
            assertThat(zones).allSatisfy(HandoverIT::assertEffectOnce);
        }
    }

    @Test
    void a_partition_is_handed_over_when_its_commands_have_stopped() throws Exception {
        // Given
        var accounts = List.of(bench.account(), bench.account());
        var runs = List.of(unique("run"), unique("run"));
        var zones = new ArrayList<String>();
        try (var first = bench.worker()) {
            for (var partition = 0; partition < accounts.size(); partition++) {
                var held = unique("zone");
                var next = unique("zone");
                bench.remote.hold(held);
                var context =
                        context(runs.get(partition), accounts.get(partition)).build();
                bench.issue(accounts.get(partition), lowerTtl(context, held, next), partition);
                await().until(() -> !bench.remote.effects(held).isEmpty());
                zones.addAll(List.of(held, next));
            }

            // When
            try (var second = bench.worker()) {
                await().atMost(LONG).until(() -> first.getBean(LaneRunner.class).stopping() == 1);
                bench.remote.letGo(zones.get(0));
                bench.remote.letGo(zones.get(2));
                await().atMost(LONG).until(() -> partitions(second) == 1);

                // Then
                runs.forEach(run -> bench.event(run, TtlLowered.class));
                assertThat(runs.stream().flatMap(run -> bench.events(run).stream()))
                        .filteredOn(TtlLoweringPlanned.class::isInstance)
                        .as("plans: one command was planned again by its second worker")
                        .hasSize(3);
                assertThat(zones).allSatisfy(HandoverIT::assertEffectOnce);
            }
        }
    }

    @Test
    void after_a_kill_between_effect_and_outcome_the_effect_is_not_repeated() throws Exception {
        // Given
        var account = bench.account();
        var run = unique("run");
        var zone = unique("zone");
        bench.remote.hold(zone);
        var killed = process();
        bench.issue(account, lowerTtl(context(run, account).build(), zone));
        await().atMost(LONG).until(() -> !bench.remote.effects(zone).isEmpty());

        // When
        killed.destroyForcibly().waitFor();
        bench.remote.letGo(zone);

        // Then
        try (var _ = bench.worker()) {
            assertThat(bench.event(run, TtlLowered.class).getApplied()).isZero();
            assertEffectOnce(zone);
        }
    }

    private static void assertEffectOnce(String zone) {
        assertThat(bench.remote.effects(zone)).containsExactly(zone + "=" + Bench.LOWERED);
    }

    private static boolean isStopping(ConfigurableApplicationContext worker) {
        return !worker.isActive() || worker.isClosed();
    }

    private static int partitions(ConfigurableApplicationContext worker) {
        return worker.getBean(CommandLoop.class).state() instanceof LoopState.Joined(var partitions)
                ? partitions.size()
                : 0;
    }

    /// A worker in a process of its own, which can be killed.
    private static Process process() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ZoneWorker.class.getName()));
        command.addAll(List.of(bench.settings()));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
