package dev.caravan.kit.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.CloudEventHeaders;
import dev.caravan.schemas.RunPartitions;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.inventory.InventoryObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Tells what becomes of commands, on the service's events topic, keyed by the run.
///
/// @param <C> the service's commands
/// @param <F> the facts that it tells
public final class EventWriter<C, F> {

    private final Worker<C, F> worker;
    private final Answers<F> answers;
    private final AvroRecords records;
    private final Publisher publisher;
    private final InstantSource clock;

    public EventWriter(Worker<C, F> worker, AvroRecords records, Publisher publisher, InstantSource clock) {
        this.worker = worker;
        this.answers = new Answers<>(worker.vocabulary());
        this.records = records;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// Whoever answers that command; each of his methods returns when Kafka has the event, and throws
    /// [java.util.concurrent.CancellationException] when it is stopped before.
    ///
    /// @param record the command's record, whose trace the events go on with
    public Reply answering(CommandHeader header, ConsumerRecord<?, ?> record, BooleanSupplier stopped) {
        var parent = CloudEventHeaders.text(record.headers(), CloudEventHeaders.TRACE_PARENT)
                .flatMap(Traceparent::parse)
                .orElseGet(() -> Traceparent.root(ThreadLocalRandom.current()));
        return new Reply(header, parent, stopped);
    }

    /// @param partition null: by the key
    private record Place(String topic, @Nullable Integer partition, String key) {}

    /// The events of one command.
    public final class Reply {

        private final CommandHeader command;
        private final Traceparent parent;
        private final BooleanSupplier stopped;

        private Reply(CommandHeader command, Traceparent parent, BooleanSupplier stopped) {
            this.command = command;
            this.parent = parent;
            this.stopped = stopped;
        }

        /// What the command is about to change.
        public void planned(C said, Plan plan) {
            publisher.publish(written(header -> worker.vocabulary().toPlanned(header, said, plan)), stopped);
        }

        /// Facts that are not yet the outcome.
        public void told(List<F> facts) {
            publisher.publishAll(
                    facts.stream()
                            .map(fact -> written(header -> worker.vocabulary().toEvent(header, fact)))
                            .toList(),
                    stopped);
        }

        /// How the command ended: with a fact, or with none when its plan was the answer.
        public void ended(Outcome<Optional<F>> outcome) {
            var header = header();
            answers.toEvent(header, outcome).ifPresent(event -> publisher.publish(written(header, event), stopped));
        }

        private EventHeader header() {
            return command.answeredBy(UUID.randomUUID().toString(), clock.instant());
        }

        private Supplier<ProducerRecord<byte[], byte[]>> written(Function<EventHeader, SpecificRecord> telling) {
            var header = header();
            return written(header, telling.apply(header));
        }

        private Supplier<ProducerRecord<byte[], byte[]>> written(EventHeader header, SpecificRecord event) {
            var trace = parent.child(ThreadLocalRandom.current());
            return () -> record(header, event, trace);
        }

        private ProducerRecord<byte[], byte[]> record(EventHeader header, SpecificRecord event, Traceparent trace) {
            var service = worker.service();
            var runId = command.runId().value();
            var headers = CloudEventHeaders.of(
                            header.eventId(),
                            event.getSchema(),
                            service.word() + "-service",
                            runId,
                            header.occurredAt(),
                            command.commandId().value())
                    .withTraceparent(trace.toString());
            var place = place(event, runId);
            return new ProducerRecord<>(
                    place.topic(),
                    place.partition(),
                    null,
                    place.key().getBytes(UTF_8),
                    records.encode(place.topic(), event),
                    headers.toHeaders());
        }

        /// Objects of an inventory are state, each under its own key; everything else is an event of the run.
        private Place place(SpecificRecord event, String runId) {
            if (event instanceof InventoryObject object) {
                var topic = TopicCatalogue.INVENTORY_OBJECTS;
                var key = String.join("/", runId, object.getSnapshotId(), object.getKind(), object.getId());
                return new Place(topic, RunPartitions.of(runId, publisher.partitions(topic)), key);
            }
            return new Place(worker.service().eventsTopic(), null, runId);
        }
    }
}
