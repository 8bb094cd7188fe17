package dev.caravan.kit.messaging;

import dev.caravan.schemas.RegistryUnavailable;
import dev.caravan.schemas.SchemaIds;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.TopicCatalogue.Topic;
import dev.caravan.schemas.WorkerService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;

/// What others have to put there before a service can work: topics and registered schemas. A service creates neither;
/// it waits.
public final class Prerequisites {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private final SchemaIds registry;
    private final List<Topic> topics;
    private final Topic events;

    public Prerequisites(WorkerService service, SchemaIds registry) {
        this.registry = registry;
        this.events = known(service.eventsTopic());
        this.topics = Stream.of(service.commandsTopic(), service.eventsTopic(), TopicCatalogue.CONNECTIONS)
                .flatMap(name -> Stream.of(name, TopicCatalogue.deadLettersOf(name)))
                .flatMap(name -> TopicCatalogue.find(name).stream())
                .toList();
    }

    /// What is still missing, for people to read; empty when all is there.
    public Optional<String> missing(Consumer<?, ?> consumer) {
        return missingTopic(consumer).or(this::missingSchema);
    }

    private Optional<String> missingTopic(Consumer<?, ?> consumer) {
        try {
            var existing = consumer.listTopics(ANSWER_TIMEOUT).keySet();
            return topics.stream()
                    .map(Topic::name)
                    .filter(name -> !existing.contains(name))
                    .findFirst()
                    .map(name -> "topic " + name);
        } catch (KafkaException e) {
            return Optional.of("Kafka (" + e.getMessage() + ")");
        }
    }

    private Optional<String> missingSchema() {
        try {
            events.records().forEach(schema -> registry.idOf(events.subject(schema), schema));
            return Optional.empty();
        } catch (RegistryUnavailable e) {
            return Optional.of("registry (" + e.getMessage() + ")");
        }
    }

    private static Topic known(String name) {
        return TopicCatalogue.find(name).orElseThrow();
    }
}
