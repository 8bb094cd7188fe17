package dev.caravan.orchestrator.pace;

import dev.caravan.orchestrator.stream.PaceBoard;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /internal/pace`: whether everything waits, and until when. Cheap enough to be asked fifty times a second.
@Hidden
@RestController
final class PaceController {

    private final PaceBoard board;
    private final InputLag lag;
    private final RequestsInService requests;
    private final StreamsBuilderFactoryBean streams;
    private final InstantSource clock;

    PaceController(
            PaceBoard board,
            InputLag lag,
            RequestsInService requests,
            StreamsBuilderFactoryBean streams,
            InstantSource clock) {
        this.board = board;
        this.lag = lag;
        this.requests = requests;
        this.streams = streams;
        this.clock = clock;
    }

    /// @param busy something is being dealt with, or about to be
    /// @param inFlight commands whose outcome has not been folded
    /// @param activity grows with everything that happens; equal twice = nothing happened in between
    /// @param nextDue the earliest open timer; null if there is none
    record Look(
            boolean busy,
            long inFlight,
            long activity,
            @Nullable Instant nextDue) {}

    @GetMapping("/internal/pace")
    Look pace() throws ExecutionException, InterruptedException {
        // First what may be on its way in, last what has come of it: the other way round something could slip between.
        var moving = requests.open() > 0 || !isRunning() || lag.records() > 0;
        var nextDue = board.nextDue().orElse(null);
        var overdue = nextDue != null && !nextDue.isAfter(clock.instant());
        return new Look(moving || overdue, board.inFlight(), board.activity() + requests.served(), nextDue);
    }

    private boolean isRunning() {
        var running = streams.getKafkaStreams();
        return running != null && running.state() == KafkaStreams.State.RUNNING;
    }
}
