package dev.caravan.kit.loop;

import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Procedure;
import dev.caravan.kit.messaging.CommandReader;
import dev.caravan.kit.messaging.DeadLetters;
import dev.caravan.kit.messaging.EventWriter;
import dev.caravan.kit.messaging.Reading;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.kit.time.Patience;
import dev.caravan.schemas.RegistryUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one record from what it is to the outcome that its run hears of. Whatever happens ends in an event, in a dead
/// letter, or in both; only a command that is stopped ends in neither, and is delivered again.
///
/// @param <C> the service's commands
/// @param <F> the facts that it tells
final class Conductor<C, F> {

    private static final Logger LOG = LoggerFactory.getLogger(Conductor.class);
    private static final Duration REGISTRY_RETRY_AFTER = Duration.ofMillis(500);

    private final Worker<C, F> worker;
    private final CommandReader<C> reader;
    private final EventWriter<C, F> events;
    private final DeadLetters deadLetters;
    private final GuardedCalls calls;
    private final CommandMeters meters;

    Conductor(
            Worker<C, F> worker,
            CommandReader<C> reader,
            EventWriter<C, F> events,
            DeadLetters deadLetters,
            GuardedCalls calls,
            CommandMeters meters) {
        this.worker = worker;
        this.reader = reader;
        this.events = events;
        this.deadLetters = deadLetters;
        this.calls = calls;
        this.meters = meters;
    }

    /// Carries the record's command out. Throws [CancellationException] when it was stopped before it was done with.
    void conduct(Delivery delivery) {
        switch (read(delivery)) {
            case Reading.Readable<C> command -> carryOut(command, delivery);
            case Reading.Unknown<C>(var header, var name) -> refuse(header, name, delivery);
            case Reading.Unreadable<C>(var code, var cause, var header) -> {
                bury(delivery, code, cause);
                header.ifPresent(known -> reply(known, delivery).ended(Outcome.failedForGood(code, cause)));
            }
        }
    }

    private Reading<C> read(Delivery delivery) {
        while (!delivery.stop().isStopped()) {
            try {
                return reader.read(delivery.record());
            } catch (RegistryUnavailable e) {
                LOG.atWarn().addKeyValue("cause", e.toString()).log("a command cannot be read yet; trying on");
                Patience.pause(REGISTRY_RETRY_AFTER);
            }
        }
        throw new CancellationException("stopped before the record was read");
    }

    private void refuse(CommandHeader header, String name, Delivery delivery) {
        var reason = "%s-service knows no command %s".formatted(worker.service().word(), name);
        var refused = Outcome.<Optional<F>>refused("unknown-command", reason);
        reply(header, delivery).ended(refused);
        log(header, name, refused);
    }

    private void carryOut(Reading.Readable<C> command, Delivery delivery) {
        var begun = meters.begin();
        var outcome = concluded(command, delivery);
        meters.ended(begun, command.name(), outcome);
        log(command.header(), command.name(), outcome);
    }

    /// The outcome, told. A bug ends its own command for good and no other.
    private Outcome<Optional<F>> concluded(Reading.Readable<C> command, Delivery delivery) {
        var reply = reply(command.header(), delivery);
        try {
            var outcome = outcome(command, reply, delivery.stop());
            reply.ended(outcome);
            return outcome;
        } catch (CancellationException e) {
            return delivery.stop().isStopped() ? rethrow(e) : failed(e, reply, delivery);
        } catch (RuntimeException | Error e) {
            return failed(e, reply, delivery);
        }
    }

    private Outcome<Optional<F>> outcome(Reading.Readable<C> command, EventWriter<C, F>.Reply reply, StopSignal stop) {
        return calls.open(command.header(), stop).then(call -> {
            var procedure = new Procedure<F>(call, plan -> reply.planned(command.command(), plan), reply::told);
            var outcome = procedure.follow(worker.handlers().of(command.command()));
            if (call.isCutShort()) {
                throw new CancellationException("stopped before a remote call");
            }
            return outcome;
        });
    }

    private Outcome<Optional<F>> failed(Throwable bug, EventWriter<C, F>.Reply reply, Delivery delivery) {
        LOG.atError().setCause(bug).log("a handler failed in a way that it should not");
        var code = bug instanceof RecordTooLargeException ? "event-too-large" : "bug";
        bury(delivery, code, bug.toString());
        var failed = Outcome.<Optional<F>>failedForGood(code, bug.toString());
        reply.ended(failed);
        return failed;
    }

    private EventWriter<C, F>.Reply reply(CommandHeader header, Delivery delivery) {
        return events.answering(header, delivery.record(), delivery.stop()::isStopped);
    }

    private void bury(Delivery delivery, String code, String cause) {
        deadLetters.keep(delivery.record(), code, cause, delivery.stop()::isStopped);
    }

    private static <T> T rethrow(CancellationException stopped) {
        throw stopped;
    }

    private static void log(CommandHeader header, String name, Outcome<?> outcome) {
        LOG.atInfo()
                .addKeyValue("runId", header.runId())
                .addKeyValue("stepId", header.stepId())
                .addKeyValue("commandId", header.commandId())
                .addKeyValue("tenant", header.account())
                .addKeyValue("command", name)
                .addKeyValue("outcome", CommandMeters.kind(outcome))
                .log("command ended");
    }
}
