package dev.caravan.simulator.bittitan;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What will happen next in an account by itself, and when.
final class Events {

    private static final Comparator<Event> ORDER = Comparator.comparing(Event::due);

    private Events() {}

    /// What becomes of a row at an instant.
    record Event(Instant due, What what, Row row) {}

    /// The things that happen by themselves.
    enum What {
        SUBSCRIBE,
        QUEUE,
        START,
        END,
        STOP
    }

    static Optional<Event> next(Books books) {
        Map<String, Long> running = books.underWay(Table.PASSES).stream()
                .filter(pass -> pass.instant("StartDate").isPresent())
                .collect(Collectors.groupingBy(pass -> pass.text(Projects.ID), Collectors.counting()));
        Stream<Event> subscriptions = books.underWay(Table.SUBSCRIPTIONS).stream()
                .map(row -> new Event(Subscriptions.due(row), What.SUBSCRIBE, row));
        Stream<Event> passes = books.underWay(Table.PASSES).stream().flatMap(pass -> of(books, running, pass).stream());
        return Stream.concat(subscriptions, passes).min(ORDER);
    }

    private static Optional<Event> of(Books books, Map<String, Long> running, Row pass) {
        Row state = pass.state();
        return switch (PassStatus.of(pass)) {
            case SUBMITTED -> at(state, "queueAt", What.QUEUE, pass);
            case QUEUED ->
                free(books, running, pass)
                        .map(since ->
                                new Event(later(since, state.instant("readyAt").orElseThrow()), What.START, pass));
            case PROCESSING -> at(state, "endAt", What.END, pass);
            case STOPPING -> at(state, "stopAt", What.STOP, pass);
            case COMPLETED, FAILED, STOPPED, MAXIMUM_TRANSFER_REACHED -> Optional.empty();
        };
    }

    private static Optional<Event> at(Row state, String property, What what, Row pass) {
        return Optional.of(new Event(state.instant(property).orElseThrow(), what, pass));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Since when the project has room for one pass more, at the latest; empty if it has none.
    private static Optional<Instant> free(Books books, Map<String, Long> running, Row pass) {
        Row project = books.find(Table.PROJECTS, pass.text(Projects.ID)).orElseThrow();
        if (running.getOrDefault(project.id(), 0L) >= project.number("MaximumSimultaneousMigrations")) {
            return Optional.empty();
        }
        Instant changed = project.instant("UpdateDate").orElse(Instant.MIN);
        return Optional.of(
                project.state().instant("ended").filter(changed::isBefore).orElse(changed));
    }
}
