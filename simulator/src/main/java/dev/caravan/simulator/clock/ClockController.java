package dev.caravan.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/sim/clock")
class ClockController {

    private static final Duration POLL_MAX = Duration.ofSeconds(25);

    private final SimulatedClock clock;
    private final Agenda agenda;

    ClockController(SimulatedClock clock, Agenda agenda) {
        this.clock = clock;
        this.agenda = agenda;
    }

    @GetMapping
    SimulatedClock.Reading read(@RequestParam(required = false) @Nullable Long after) throws InterruptedException {
        return after == null ? clock.reading() : clock.readingAfter(after, POLL_MAX);
    }

    @PostMapping("/start")
    SimulatedClock.Reading start() {
        clock.start();
        agenda.wake();
        return clock.reading();
    }

    @PostMapping("/skip")
    SimulatedClock.Reading skip(@RequestBody Skip skip) {
        if (skip.to() == null || skip.epoch() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a skip needs `to` and `epoch`");
        }
        if (!agenda.skip(skip.to(), skip.epoch())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "the clock stands still, or has turned since epoch " + skip.epoch());
        }
        return clock.reading();
    }

    record Skip(@Nullable Instant to, @Nullable Long epoch) {}
}
