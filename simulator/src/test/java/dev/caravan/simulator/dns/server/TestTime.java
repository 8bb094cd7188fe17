package dev.caravan.simulator.dns.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Time that passes when a test says so, with everything that is due on the way.
public final class TestTime implements InstantSource, Timetable {

    private final List<Event> events = new ArrayList<>();
    private Instant now;

    public TestTime(String start) {
        this.now = Instant.parse(start);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Runnable at(Instant due, String what, Runnable act) {
        Event event = new Event(due, what, act);
        events.add(event);
        return () -> remove(event);
    }

    private synchronized void remove(Event event) {
        events.remove(event);
    }

    public void advance(Duration duration) {
        Instant until = instant().plus(duration);
        for (Optional<Event> event = take(until); event.isPresent(); event = take(until)) {
            event.get().act().run();
        }
        pass(until);
    }

    private synchronized Optional<Event> take(Instant until) {
        Optional<Event> first =
                events.stream().filter(event -> !event.due().isAfter(until)).min(Comparator.comparing(Event::due));
        first.ifPresent(event -> {
            events.remove(event);
            pass(event.due());
        });
        return first;
    }

    private synchronized void pass(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    /// When something of this name is due.
    public synchronized List<Instant> due(String what) {
        return events.stream()
                .filter(event -> event.what().equals(what))
                .map(Event::due)
                .sorted()
                .toList();
    }

    private record Event(Instant due, String what, Runnable act) {}
}
