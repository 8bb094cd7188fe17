package dev.caravan.kit.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.CloudEventHeaders;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

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
            write(header -> Optional.of(worker.vocabulary().toPlanned(header, said, plan)));
        }

        /// A fact that is not yet the outcome.
        public void told(F fact) {
            write(header -> Optional.of(worker.vocabulary().toEvent(header, fact)));
        }

        /// How the command ended: with a fact, or with none when its plan was the answer.
        public void ended(Outcome<Optional<F>> outcome) {
            write(header -> answers.toEvent(header, outcome));
        }

        private void write(Function<EventHeader, Optional<SpecificRecord>> telling) {
            var header = command.answeredBy(UUID.randomUUID().toString(), clock.instant());
            var trace = parent.child(ThreadLocalRandom.current());
            telling.apply(header).ifPresent(event -> publisher.publish(() -> record(header, event, trace), stopped));
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
            var topic = service.eventsTopic();
            return new ProducerRecord<>(
                    topic, null, null, runId.getBytes(UTF_8), records.encode(topic, event), headers.toHeaders());
        }
    }
}
