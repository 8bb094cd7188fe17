package dev.caravan.orchestrator.stream;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/// Up while the topology runs: part of readiness, never of liveness, because a restart brings no broker back.
final class StreamsHealth implements HealthIndicator {

    private final StreamsBuilderFactoryBean streams;
    private final StreamsGate gate;

    StreamsHealth(StreamsBuilderFactoryBean streams, StreamsGate gate) {
        this.streams = streams;
        this.gate = gate;
    }

    @Override
    public Health health() {
        var running = streams.getKafkaStreams();
        if (running == null) {
            return Health.down()
                    .withDetail("waitingFor", gate.waitingFor().orElse("its turn"))
                    .build();
        }
        var state = running.state();
        var health = switch (state) {
            case RUNNING -> Health.up();
            case CREATED, REBALANCING -> Health.down();
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> Health.outOfService();
        };
        return health.withDetail("state", state.name()).build();
    }
}
