package dev.caravan.m365.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntConsumer;

/// Workers of several tenants that have always something to ask, in simulated time. What was throttled is asked again.
final class Traffic {

    private final Governor governor;
    private final Random random;
    private final Duration latency;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private long number;
    private Instant now = Instant.EPOCH;

    private record Event(Instant at, long number, Runnable happens) {}

    /// @param latency how long an answer takes on average
    Traffic(Governor governor, Duration latency, long seed) {
        this.governor = governor;
        this.latency = latency;
        this.random = new Random(seed);
    }

    Instant now() {
        return now;
    }

    /// A worker that sends requests of so many equal parts.
    void worker(Key key, boolean isUrgent, Cost part, int parts, Limiter limiter) {
        at(now.plus(someOf(latency)), () -> work(key, isUrgent, part, parts, parts, limiter));
    }

    /// Nobody asks for anything meanwhile.
    void rest(Duration duration) {
        var waiting = List.copyOf(events);
        events.clear();
        waiting.forEach(event -> events.add(new Event(event.at().plus(duration), event.number(), event.happens())));
        now = now.plus(duration);
    }

    void run(Duration duration) {
        var end = now.plus(duration);
        while (!events.isEmpty() && events.peek().at().isBefore(end)) {
            var event = events.poll();
            now = event.at();
            event.happens().run();
        }
        now = end;
    }

    private void work(Key key, boolean isUrgent, Cost part, int all, int parts, Limiter limiter) {
        var cost = Collections.nCopies(parts, part).stream().reduce(Cost.NOTHING, Cost::plus);
        var turn = governor.join(key, cost, isUrgent, now);
        ask(
                turn,
                () -> send(
                        key,
                        part,
                        parts,
                        limiter,
                        left -> work(key, isUrgent, part, all, left == 0 ? all : left, limiter)));
    }

    private void ask(Turn turn, Runnable then) {
        var wait = turn.ask(now);
        if (wait.isZero()) {
            turn.close();
            then.run();
        } else {
            at(now.plus(wait), () -> ask(turn, then));
        }
    }

    private void send(Key key, Cost part, int parts, Limiter limiter, IntConsumer then) {
        var sentAt = now;
        at(now.plus(someOf(latency.dividedBy(2))), () -> {
            List<Said> answers = new ArrayList<>();
            for (var index = 0; index < parts; index++) {
                answers.add(limiter.answer(part, now));
            }
            at(now.plus(someOf(latency.dividedBy(2))), () -> {
                answers.forEach(said -> governor.told(key, part, said, sentAt, now));
                then.accept((int) answers.stream()
                        .filter(Said.Throttled.class::isInstance)
                        .count());
            });
        });
    }

    private Duration someOf(Duration duration) {
        return Duration.ofNanos((long) (duration.toNanos() * (0.5 + random.nextDouble())));
    }

    private void at(Instant at, Runnable happens) {
        events.add(new Event(at, number++, happens));
    }
}
