package dev.caravan.schemas;

import dev.caravan.schemas.TopicCatalogue.Cleanup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// Creates the catalogue's topics: the launcher's and the deployment job's part.
public final class TopicCreation {

    private TopicCreation() {}

    /// Creates what is missing and answers the names of the new topics. Topics that are there stay as they are.
    public static List<String> createMissing(Admin admin, int partitions, short replicationFactor)
            throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = TopicCatalogue.topics().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), partitions, replicationFactor).configs(settings(topic)))
                .toList();
        admin.createTopics(missing).all().get();
        return missing.stream().map(NewTopic::name).toList();
    }

    /// Kafka's settings of a topic, as an operator would pass them.
    public static Map<String, String> settings(TopicCatalogue.Topic topic) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(topic.recordBytesMax()));
        switch (topic.cleanup()) {
            case Cleanup.Deleted(var retention) -> {
                settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
            }
            case Cleanup.Compacted() ->
                settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        return settings;
    }
}
