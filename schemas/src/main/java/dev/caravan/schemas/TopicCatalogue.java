package dev.caravan.schemas;

import dev.caravan.schemas.common.Common;
import dev.caravan.schemas.connections.Connection;
import dev.caravan.schemas.inputs.Inputs;
import dev.caravan.schemas.inventory.InventoryObject;
import dev.caravan.schemas.run.ObjectChanged;
import dev.caravan.schemas.run.PlanView;
import dev.caravan.schemas.run.RunStory;
import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Protocol;
import org.apache.avro.Schema;

/// Every topic of Caravan: its name, what may be written to it, and how Kafka keeps it.
///
/// Nothing else names a topic or decides about partitions, retention, cleanup and sizes. All topics that the
/// orchestrator reads are keyed by the runId and share one number of partitions, so that one task sees a whole run.
public final class TopicCatalogue {

    public static final String RUN_INPUTS = "caravan.run.inputs";
    public static final String RUN_EVENTS = "caravan.run.events";
    public static final String RUN_CHANGES = "caravan.run.changes";
    public static final String RUN_VIEWS = "caravan.run.views";
    public static final String INVENTORY_OBJECTS = "caravan.inventory.objects";
    public static final String CONNECTIONS = "caravan.connections";

    /// A chunk's command, with before and after values, in bytes.
    public static final int COMMAND_BYTES_MAX = 256 * 1024;
    /// Any other record, in bytes; what is larger is refused by the broker.
    public static final int RECORD_BYTES_MAX = 1024 * 1024;
    /// A dead letter carries its record and the cause, in bytes.
    public static final int DEAD_LETTER_BYTES_MAX = RECORD_BYTES_MAX + 64 * 1024;

    private static final Duration PUBLIC_RETENTION = Duration.ofDays(400);
    private static final Set<String> CHANGE_RECORDS = Set.of(ObjectChanged.SCHEMA$.getFullName());
    private static final Set<String> VIEW_RECORDS =
            Set.of(RunView.SCHEMA$.getFullName(), StepView.SCHEMA$.getFullName(), PlanView.SCHEMA$.getFullName());

    private static final List<Topic> TOPICS = topicsOf();

    private TopicCatalogue() {}

    /// All topics, dead letters included, in the order in which they are created.
    public static List<Topic> topics() {
        return TOPICS;
    }

    public static Optional<Topic> find(String name) {
        return TOPICS.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /// What the orchestrator reads: these have the same number of partitions, and a runId as key or as its first part.
    public static List<String> readByOrchestrator() {
        return Stream.concat(
                        Stream.of(RUN_INPUTS, INVENTORY_OBJECTS),
                        Arrays.stream(WorkerService.values()).map(WorkerService::eventsTopic))
                .sorted()
                .toList();
    }

    /// Where a record of that topic goes that nobody could read or carry out.
    public static String deadLettersOf(String topic) {
        return topic + ".dlt";
    }

    private static List<Topic> topicsOf() {
        List<Topic> topics = new ArrayList<>();
        for (WorkerService service : WorkerService.values()) {
            topics.add(publicTopic(service.commandsTopic(), Key.ACCOUNT, commands(service), COMMAND_BYTES_MAX));
            topics.add(publicTopic(service.eventsTopic(), Key.RUN_ID, events(service), RECORD_BYTES_MAX));
        }
        topics.add(publicTopic(RUN_INPUTS, Key.RUN_ID, inputs(), RECORD_BYTES_MAX));
        topics.add(publicTopic(RUN_EVENTS, Key.RUN_ID, runEvents(), RECORD_BYTES_MAX));
        topics.add(publicTopic(RUN_CHANGES, Key.RUN_ID, List.of(ObjectChanged.SCHEMA$), RECORD_BYTES_MAX));
        topics.add(compacted(
                RUN_VIEWS, Key.COMPOSITE_BY_RUN_ID, List.of(RunView.SCHEMA$, StepView.SCHEMA$, PlanView.SCHEMA$)));
        topics.add(compacted(INVENTORY_OBJECTS, Key.COMPOSITE_BY_RUN_ID, List.of(InventoryObject.SCHEMA$)));
        topics.add(compacted(CONNECTIONS, Key.CONNECTION_ID, List.of(Connection.SCHEMA$)));
        Stream<Topic> consumed =
                topics.stream().filter(topic -> !Set.of(RUN_CHANGES, RUN_VIEWS).contains(topic.name()));
        topics.addAll(consumed.map(TopicCatalogue::deadLetters).toList());
        return List.copyOf(topics);
    }

    private static Topic publicTopic(String name, Key key, List<Schema> records, int recordBytesMax) {
        return new Topic(name, key, new Cleanup.Deleted(PUBLIC_RETENTION), recordBytesMax, records);
    }

    private static Topic compacted(String name, Key key, List<Schema> records) {
        return new Topic(name, key, new Cleanup.Compacted(), RECORD_BYTES_MAX, records);
    }

    private static Topic deadLetters(Topic topic) {
        return new Topic(
                deadLettersOf(topic.name()),
                topic.key(),
                new Cleanup.Deleted(PUBLIC_RETENTION),
                DEAD_LETTER_BYTES_MAX,
                List.of());
    }

    private static List<Schema> commands(WorkerService service) {
        return vocabulary(service)
                .filter(schema -> schema.getObjectProp("command") != null)
                .toList();
    }

    private static List<Schema> events(WorkerService service) {
        return Stream.concat(Common.PROTOCOL.getTypes().stream(), vocabulary(service))
                .filter(schema -> schema.getObjectProp("outcome") != null)
                .toList();
    }

    private static Stream<Schema> vocabulary(WorkerService service) {
        return service.vocabulary().stream().flatMap(TopicCatalogue::own);
    }

    private static List<Schema> inputs() {
        return own(Inputs.PROTOCOL)
                .filter(schema -> schema.getField("context") != null)
                .toList();
    }

    private static List<Schema> runEvents() {
        return own(RunStory.PROTOCOL)
                .filter(schema -> schema.getType() == Schema.Type.RECORD && schema.getField("context") != null)
                .filter(schema -> !CHANGE_RECORDS.contains(schema.getFullName()))
                .filter(schema -> !VIEW_RECORDS.contains(schema.getFullName()))
                .toList();
    }

    /// A protocol's types without those that it imports.
    private static Stream<Schema> own(Protocol protocol) {
        return protocol.getTypes().stream()
                .filter(schema -> protocol.getNamespace().equals(schema.getNamespace()));
    }

    /// What a topic's records are keyed by.
    public enum Key {
        /// Exactly the runId, partitioned by Kafka's default hash, so that any client can write it.
        RUN_ID("runId"),
        /// `runId/…`, partitioned by the runId; only compacted topics of ours.
        COMPOSITE_BY_RUN_ID("runId/…, partitioned by the runId"),
        /// The remote account that the command touches.
        ACCOUNT("account"),
        CONNECTION_ID("connectionId");

        private final String text;

        Key(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// How Kafka forgets a topic's records.
    public sealed interface Cleanup {
        /// Whole segments go when they are older than that.
        record Deleted(Duration retention) implements Cleanup {}

        /// Each key's last record stays.
        record Compacted() implements Cleanup {}
    }

    /// One topic. `records` are the types that may be written to it, one registry subject each; none for dead letters,
    /// which keep the bytes that were written.
    public record Topic(String name, Key key, Cleanup cleanup, int recordBytesMax, List<Schema> records) {
        public Topic {
            records = List.copyOf(records);
        }

        /// The registry's subject of a record type on this topic.
        public String subject(Schema record) {
            return AvroRecords.subject(name, record);
        }
    }
}
