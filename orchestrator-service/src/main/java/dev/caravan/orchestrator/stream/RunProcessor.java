package dev.caravan.orchestrator.stream;

import dev.caravan.kit.messaging.DeadLetterMeters;
import dev.caravan.orchestrator.run.Fault;
import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.UnreadableRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one processor: takes records and fires timers, and is where every fault is caught.
///
/// All that a record does is computed first. Then the stores are written and the answers forwarded; both belong to one
/// transaction with the record's offset. A fault before that leaves no trace but a parked run and a dead letter.
/// Exceptions of Kafka itself go through: the broker or the registry is away, or another instance has taken over, so
/// the transaction is aborted and the record comes again.
final class RunProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(RunProcessor.class);
    private static final String UNREADABLE = "unreadable";
    private static final String BROKEN = "broken";

    private final Parts parts;
    private ProcessorContext<byte[], byte[]> context;
    private State state;
    private Orchestration orchestration;
    private OpenWork open;
    private Instant latest = Instant.MIN;

    RunProcessor(Parts parts) {
        this.parts = parts;
    }

    /// What all tasks share.
    ///
    /// @param punctuation how often it is looked for due timers
    /// @param timersPerSliceMax how many of them are fired before records get their turn
    /// @param runsDecodedMax how many runs are kept decoded
    record Parts(
            AvroRecords avro,
            RunbookShelf.Texts texts,
            Conditions conditions,
            InstantSource clock,
            PaceBoard board,
            DeadLetterMeters deadLetters,
            Duration punctuation,
            int timersPerSliceMax,
            int runsDecodedMax) {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> given) {
        context = given;
        state = new State(given::getStateStore, parts.texts(), parts.conditions(), parts.runsDecodedMax());
        orchestration = new Orchestration(state, parts.avro());
        open = new OpenWork(parts.board(), given.taskId().toString());
        state.runs.forEachHead(open::set);
        open.show();
        given.schedule(parts.punctuation(), PunctuationType.WALL_CLOCK_TIME, _ -> fireDue());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var metadata = context.recordMetadata().orElseThrow();
        var incoming = new Incoming(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                record.key(),
                record.value(),
                record.headers());
        var at = now();
        send(caught(() -> orchestration.take(incoming, at), fault -> refuse(incoming, fault, at)));
        open.moved();
    }

    @Override
    public void close() {
        open.close();
    }

    private void fireDue() {
        var at = now();
        var left = parts.timersPerSliceMax();
        var due = open.due(at, left);
        while (!due.isEmpty()) {
            for (var runId : due) {
                fire(runId, at);
            }
            left -= due.size();
            due = open.due(at, left);
        }
    }

    private void fire(String runId, Instant at) {
        send(caught(() -> orchestration.fire(runId, at), fault -> stop(runId, fault, at)));
        open.moved();
    }

    // ---- faults --------------------------------------------------------------------------------------------------

    private static List<Outgoing> caught(Supplier<List<Outgoing>> work, Function<Throwable, List<Outgoing>> net) {
        try {
            return work.get();
        } catch (UnreadableRecord unreadable) {
            return net.apply(unreadable);
        } catch (KafkaException transientOrFatal) {
            throw transientOrFatal;
        } catch (RuntimeException | StackOverflowError fault) {
            return net.apply(fault);
        }
    }

    /// Keeps the record as a dead letter, and parks the run that it is surely about: an answer that cannot be read may
    /// be the one that it waits for. A request that cannot be read asks for nothing.
    private List<Outgoing> refuse(Incoming incoming, Throwable fault, Instant at) {
        state.forget();
        var isUnreadable = fault instanceof UnreadableRecord;
        var cause = isUnreadable ? String.valueOf(fault.getMessage()) : fault.toString();
        var log = isUnreadable ? LOG.atWarn() : LOG.atError().setCause(fault);
        log.addKeyValue("topic", incoming.topic())
                .addKeyValue("partition", incoming.partition())
                .addKeyValue("offset", incoming.offset())
                .addKeyValue("cause", cause)
                .log("A record goes to the dead letters");
        parts.deadLetters().count(incoming.topic());
        var records = new ArrayList<Outgoing>();
        if (!isUnreadable || !TopicCatalogue.RUN_INPUTS.equals(incoming.topic())) {
            var place = new Fault(cause, incoming.topic(), incoming.partition(), incoming.offset());
            incoming.keyText().ifPresent(runId -> records.addAll(park(runId, place, Origin.of(incoming, at))));
        }
        records.add(DeadLetter.of(incoming, isUnreadable ? UNREADABLE : BROKEN, cause));
        return records;
    }

    /// Parks a run whose timer could not be fired; were that impossible too, its timers would have to wait until
    /// something else happens to it.
    private List<Outgoing> stop(String runId, Throwable fault, Instant at) {
        state.forget();
        LOG.atError().setCause(fault).addKeyValue("runId", runId).log("A timer could not be fired");
        var origin = new Origin(runId + "/timer-fault/" + at.toEpochMilli(), at, Optional.empty());
        var records = park(runId, new Fault(fault.toString(), "timer", -1, -1), origin);
        if (records.isEmpty()) {
            open.mute(runId);
        }
        return records;
    }

    private List<Outgoing> park(String runId, Fault fault, Origin origin) {
        return caught(() -> orchestration.park(runId, fault, origin), unparkable -> {
            state.forget();
            LOG.atError().setCause(unparkable).addKeyValue("runId", runId).log("A run could not even be parked");
            return List.of();
        });
    }

    // ---- stores and records --------------------------------------------------------------------------------------

    private void send(List<Outgoing> records) {
        state.write(open::set);
        var timestamp = context.currentSystemTimeMs();
        for (var record : records) {
            context.forward(new Record<>(record.key(), record.value(), timestamp, record.headers()), record.topic());
        }
    }

    /// By the injected clock, in whole milliseconds, and never back.
    private Instant now() {
        var read = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        if (read.isAfter(latest)) {
            latest = read;
        }
        return latest;
    }
}
