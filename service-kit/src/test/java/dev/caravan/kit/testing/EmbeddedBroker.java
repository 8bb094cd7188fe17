package dev.caravan.kit.testing;

import java.util.Objects;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// A Kafka broker inside the test's own JVM, so that tests meet the real protocol without Docker.
///
/// All test classes of one JVM share it: it starts with the first that registers this extension and stops after the
/// last, so each test uses topics, groups and transactional ids of its own names.
///
/// ```java
/// @RegisterExtension
/// static final EmbeddedBroker BROKER = new EmbeddedBroker();
/// ```
public final class EmbeddedBroker implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(EmbeddedBroker.class);

    private String bootstrapServers = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        var store = context.getRoot().getStore(NAMESPACE);
        var cluster = store.computeIfAbsent(KafkaClusterTestKit.class, _ -> start(), KafkaClusterTestKit.class);
        bootstrapServers = Objects.requireNonNull(cluster).bootstrapServers();
    }

    /// Where clients connect: `localhost:port`.
    public String bootstrapServers() {
        if (bootstrapServers.isEmpty()) {
            throw new IllegalStateException("register the broker as a static @RegisterExtension field");
        }
        return bootstrapServers;
    }

    private static KafkaClusterTestKit start() {
        try {
            var nodes = new TestKitNodes.Builder()
                    .setCombined(true)
                    .setNumControllerNodes(1)
                    .setNumBrokerNodes(1)
                    .build();
            var cluster = configured(new KafkaClusterTestKit.Builder(nodes)).build();
            cluster.format();
            cluster.startup();
            cluster.waitForReadyBrokers();
            return cluster;
        } catch (Exception e) {
            throw new IllegalStateException("the embedded broker did not start", e);
        }
    }

    private static KafkaClusterTestKit.Builder configured(KafkaClusterTestKit.Builder builder) {
        return builder.setConfigProp("auto.create.topics.enable", "false")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .setConfigProp("group.consumer.min.session.timeout.ms", "3000")
                .setConfigProp("group.consumer.min.heartbeat.interval.ms", "500")
                .setConfigProp("group.consumer.heartbeat.interval.ms", "1000")
                .setConfigProp("offsets.topic.num.partitions", "4")
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.num.partitions", "4")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("log.cleaner.dedupe.buffer.size", "4194304");
    }
}
