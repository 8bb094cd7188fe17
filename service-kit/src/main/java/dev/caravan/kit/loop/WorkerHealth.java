package dev.caravan.kit.loop;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Up while the worker is a member of its group: part of readiness, never of liveness, because restarting a worker
/// brings no broker back.
final class WorkerHealth implements HealthIndicator {

    private final CommandLoop loop;

    WorkerHealth(CommandLoop loop) {
        this.loop = loop;
    }

    @Override
    public Health health() {
        return switch (loop.state()) {
            case LoopState.Joined(var partitions) ->
                Health.up().withDetail("partitions", partitions).build();
            case LoopState.Waiting(var what) ->
                Health.down().withDetail("waitingFor", what).build();
            case LoopState.Stopped() ->
                Health.outOfService().withDetail("commands", "stopped").build();
        };
    }
}
