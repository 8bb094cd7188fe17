package dev.caravan.kit.testing;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// The broker of a test that every broker has to pass: the one place that decides which. It is the embedded one unless
/// `-Dcaravan.test.broker=container` asks for Kafka's own image; without Docker such a test is then skipped.
///
/// All test classes of one JVM share it, so each test uses topics, groups and transactional ids of its own names.
///
/// ```java
/// @RegisterExtension
/// static final TestBroker BROKER = new TestBroker();
/// ```
public final class TestBroker implements BeforeAllCallback, ExecutionCondition {

    /// Small, quick and strict; the same for every broker of a test.
    static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.consumer.min.session.timeout.ms", "3000"),
            Map.entry("group.consumer.min.heartbeat.interval.ms", "500"),
            Map.entry("group.consumer.heartbeat.interval.ms", "1000"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));

    private static final Namespace NAMESPACE = Namespace.create(TestBroker.class);
    private static final String PROPERTY = "caravan.test.broker";

    private String bootstrapServers = "";

    private enum Kind {
        EMBEDDED,
        CONTAINER;

        static Kind asked() {
            return valueOf(System.getProperty(PROPERTY, "embedded").toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return switch (Kind.asked()) {
            case EMBEDDED -> ConditionEvaluationResult.enabled("the embedded broker is always there");
            case CONTAINER ->
                ContainerBroker.canRun()
                        ? ConditionEvaluationResult.enabled("Docker answers")
                        : ConditionEvaluationResult.disabled("needs Docker for " + ContainerBroker.IMAGE);
        };
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        bootstrapServers = switch (Kind.asked()) {
            case EMBEDDED -> EmbeddedBroker.sharedBy(context).bootstrapServers();
            case CONTAINER -> container(context).bootstrapServers();
        };
    }

    /// Where clients connect: `host:port`.
    public String bootstrapServers() {
        if (bootstrapServers.isEmpty()) {
            throw new IllegalStateException("register the broker as a static @RegisterExtension field");
        }
        return bootstrapServers;
    }

    private static ContainerBroker container(ExtensionContext context) {
        var store = context.getRoot().getStore(NAMESPACE);
        return Objects.requireNonNull(
                store.computeIfAbsent(ContainerBroker.class, _ -> new ContainerBroker(), ContainerBroker.class));
    }
}
