package dev.caravan.kit.testing;

import java.util.Objects;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// A Kafka broker inside the test's own JVM, so that tests meet the real protocol without Docker. Tests that any broker
/// has to pass use [TestBroker].
///
/// All test classes of one JVM share it: it starts with the first that registers this extension and stops after the
/// last, so each test uses topics, groups and transactional ids of its own names. A class that cannot, because it is
/// about what a cluster lacks, takes one that is its own.
///
/// ```java
/// @RegisterExtension
/// static final EmbeddedBroker BROKER = new EmbeddedBroker();
/// ```
public final class EmbeddedBroker implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(EmbeddedBroker.class);

    private final boolean isShared;
    private String bootstrapServers = "";

    /// The one that all share.
    public EmbeddedBroker() {
        this(true);
    }

    private EmbeddedBroker(boolean isShared) {
        this.isShared = isShared;
    }

    /// One that starts and stops with the class that registers it.
    public static EmbeddedBroker ofOneClass() {
        return new EmbeddedBroker(false);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var cluster = isShared ? sharedBy(context) : kept(context.getStore(NAMESPACE), this);
        bootstrapServers = cluster.bootstrapServers();
    }

    /// The one broker of this JVM.
    static KafkaClusterTestKit sharedBy(ExtensionContext context) {
        return kept(context.getRoot().getStore(NAMESPACE), KafkaClusterTestKit.class);
    }

    private static KafkaClusterTestKit kept(ExtensionContext.Store store, Object key) {
        return Objects.requireNonNull(store.computeIfAbsent(key, _ -> start(), KafkaClusterTestKit.class));
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
            var builder = new KafkaClusterTestKit.Builder(nodes);
            TestBroker.SETTINGS.forEach(builder::setConfigProp);
            var cluster = builder.build();
            cluster.format();
            cluster.startup();
            cluster.waitForReadyBrokers();
            return cluster;
        } catch (Exception e) {
            throw new IllegalStateException("the embedded broker did not start", e);
        }
    }
}
