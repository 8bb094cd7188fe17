package dev.caravan.orchestrator.stream;

import static java.util.stream.Collectors.joining;

import dev.caravan.schemas.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the cluster before the topology starts, and refuses what would break a promise later: a missing topic, runs
/// that would be torn apart over partitions, transactions of the old protocol.
final class TopicsCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsCheck.class);
    private static final String TRANSACTION_VERSION = "transaction.version";
    /// From this version on a late marker cannot end up in a later transaction (KIP-890).
    private static final short TRANSACTION_VERSION_MIN = 2;

    private final Admin admin;

    TopicsCheck(Admin admin) {
        this.admin = admin;
    }

    /// Throws [RefusedStart].
    void requireSoundCluster() throws ExecutionException, InterruptedException {
        requireTopics();
        requireOneNumberOfPartitions();
        requireTransactionVersion();
    }

    /// Topics that are not there, or not yet.
    List<String> missing() throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        return TopicCatalogue.topics().stream()
                .map(TopicCatalogue.Topic::name)
                .filter(name -> !existing.contains(name))
                .toList();
    }

    private void requireTopics() throws ExecutionException, InterruptedException {
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new RefusedStart(
                    "topics are missing: " + String.join(", ", missing),
                    "Run `caravan setup` against this cluster: services create no topics.");
        }
    }

    private void requireOneNumberOfPartitions() throws ExecutionException, InterruptedException {
        var partitions = partitionsOf(TopicCatalogue.readByOrchestrator());
        if (partitions.values().stream().distinct().count() > 1) {
            var counts = partitions.entrySet().stream()
                    .map(topic -> topic.getKey() + " has " + topic.getValue())
                    .collect(joining(", "));
            throw new RefusedStart(
                    "topics that are keyed by the run need one number of partitions, or a run would be torn apart: "
                            + counts,
                    "Let `caravan setup` create them. A topic that holds runs keeps its number of partitions for good.");
        }
    }

    private Map<String, Integer> partitionsOf(List<String> topics) throws ExecutionException, InterruptedException {
        var counts = new TreeMap<String, Integer>();
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            counts.put(topic.name(), topic.partitions().size());
        }
        return counts;
    }

    private void requireTransactionVersion() throws ExecutionException, InterruptedException {
        var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();
        var version = features.get(TRANSACTION_VERSION);
        if (version == null) {
            LOG.atWarn().log("The cluster does not tell its transaction version; it must be 2 or later");
        } else if (version.maxVersionLevel() < TRANSACTION_VERSION_MIN) {
            throw new RefusedStart(
                    "the cluster's " + TRANSACTION_VERSION + " is " + version.maxVersionLevel() + ", but must be "
                            + TRANSACTION_VERSION_MIN + " or later",
                    "kafka-features.sh upgrade --feature transaction.version=2");
        }
    }
}
