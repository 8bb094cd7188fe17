package dev.caravan.kit.loop;

import dev.caravan.kit.connections.ConnectionFeed;
import dev.caravan.kit.connections.Connections;
import dev.caravan.kit.messaging.CommandReader;
import dev.caravan.kit.messaging.DeadLetters;
import dev.caravan.kit.messaging.EventWriter;
import dev.caravan.kit.messaging.KafkaClients;
import dev.caravan.kit.messaging.Prerequisites;
import dev.caravan.kit.messaging.Publisher;
import dev.caravan.kit.messaging.Worker;
import dev.caravan.kit.resilience.Remotes;
import dev.caravan.kit.time.Pace;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.SchemaIds;
import dev.caravan.schemas.TopicCatalogue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// Runs the loop of a service that is a [Worker].
@AutoConfiguration(
        afterName = {
            "dev.caravan.kit.connections.ConnectionConfiguration",
            "dev.caravan.kit.resilience.ResilienceConfiguration"
        })
@ConditionalOnBean(Worker.class)
@EnableConfigurationProperties(CommandSettings.class)
@Import(PaceEndpoint.class)
class LoopConfiguration {

    @Bean
    Activity activity() {
        return new Activity();
    }

    @Bean
    Conductor<?, ?> conductor(
            Worker<?, ?> worker,
            SchemaIds registry,
            AvroRecords records,
            Publisher publisher,
            DeadLetters deadLetters,
            GuardedCalls calls,
            MeterRegistry meters) {
        return conductorOf(worker, registry, records, publisher, deadLetters, calls, new CommandMeters(meters));
    }

    @Bean
    GuardedCalls guardedCalls(Connections connections, Remotes remotes, Pace pace, Activity activity) {
        return new GuardedCalls(connections, remotes, pace, activity);
    }

    @Bean
    LaneRunner laneRunner(CommandSettings settings, Conductor<?, ?> conductor, Activity activity) {
        return new LaneRunner(settings.limits(), conductor::conduct, activity);
    }

    @Bean
    CommandLoop commandLoop(
            Worker<?, ?> worker,
            KafkaClients kafka,
            Prerequisites prerequisites,
            ConnectionFeed connections,
            LaneRunner lanes,
            CommandSettings settings) {
        return new CommandLoop(worker.service(), kafka, prerequisites, connections, lanes, settings.stopWaitMax());
    }

    @Bean
    WorkerHealth workerHealthIndicator(CommandLoop loop) {
        return new WorkerHealth(loop);
    }

    @Bean
    MeterBinder laneMeters(LaneRunner lanes) {
        return meters -> {
            Gauge.builder("caravan.lanes.running", lanes, LaneRunner::running).register(meters);
            Gauge.builder("caravan.lanes.waiting", lanes, LaneRunner::waiting).register(meters);
            Gauge.builder("caravan.lanes.stopping", lanes, LaneRunner::stopping).register(meters);
        };
    }

    private static <C, F> Conductor<C, F> conductorOf(
            Worker<C, F> worker,
            SchemaIds registry,
            AvroRecords records,
            Publisher publisher,
            DeadLetters deadLetters,
            GuardedCalls calls,
            CommandMeters meters) {
        var topic = TopicCatalogue.find(worker.service().commandsTopic()).orElseThrow();
        return new Conductor<>(
                worker,
                new CommandReader<>(topic, worker.vocabulary(), registry),
                new EventWriter<>(worker, records, publisher, calls.pace()),
                deadLetters,
                calls,
                meters);
    }
}
