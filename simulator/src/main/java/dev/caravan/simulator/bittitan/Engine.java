package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Access.Opening;
import dev.caravan.simulator.bittitan.Copying.Between;
import dev.caravan.simulator.bittitan.Copying.Window;
import dev.caravan.simulator.bittitan.Events.Event;
import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/// Takes passes from one state to the next, each at its instant.
final class Engine implements Passes.Needs {

    private static final Duration WORK_MIN = Duration.ofMinutes(2);
    private static final int HOSTS = 254;
    private static final String FAILURE = "failure";

    private final Tenants tenants;
    private final Access access;
    private final BitTitanSettings settings;

    Engine(Tenants tenants, Access access, BitTitanSettings settings) {
        this.tenants = tenants;
        this.access = access;
        this.settings = settings;
    }

    /// Keeps what an event has changed.
    interface Keeping {

        void keep(Draft draft);

        /// As it is kept together with what has changed in a tenant.
        List<Entry> entries(Draft draft);

        /// It has been kept.
        void apply(Draft draft);
    }

    void happen(Event event, Books books, Keeping keeping) {
        Draft draft = new Draft(books, event.due());
        Row row = event.row();
        switch (event.what()) {
            case SUBSCRIBE -> {
                Subscriptions.process(draft, row);
                keeping.keep(draft);
            }
            case QUEUE -> {
                draft.change(Table.PASSES, row, pass -> pass.put(Passes.STATUS, PassStatus.QUEUED.word()));
                keeping.keep(draft);
            }
            case START -> {
                start(draft, row);
                keeping.keep(draft);
            }
            case END -> end(draft, row, keeping);
            case STOP -> stop(draft, row, keeping);
        }
    }

    private void start(Draft draft, Row pass) {
        World world = draft.workgroup().world();
        Row state = pass.state();
        Opening source =
                access.open(world, endpoint(draft, pass, "Export"), state.text("export"), "source", draft.now());
        Opening destination =
                access.open(world, endpoint(draft, pass, "Import"), state.text("import"), "destination", draft.now());
        Row started = pass.with(value -> value.put(Passes.STATUS, PassStatus.PROCESSING.word())
                .put("StartDate", draft.now().toString())
                .put("MigrationServerIp", "203.0.113." + (1 + draw(draft, pass).below(HOSTS))));
        if (source instanceof Opening.Open from && destination instanceof Opening.Open to) {
            started = opened(draft, started, new Between(from.place(), from.mailbox(), to.place(), to.mailbox()));
        } else {
            String why = source instanceof Opening.Closed closed ? closed.why() : why(destination);
            started = working(draft, started, WORK_MIN).withState(known -> known.put(FAILURE, why));
        }
        Row working = started;
        draft.change(Table.PASSES, pass, value -> value.setAll(working.value()));
    }

    private static String why(Opening opening) {
        return opening instanceof Opening.Closed closed ? closed.why() : "";
    }

    private static Row endpoint(Draft draft, Row pass, String side) {
        return draft.find(Table.PROJECTS, pass.text(Projects.ID))
                .flatMap(project -> draft.find(Table.ENDPOINTS, project.text("Selected" + side + "EndpointId")))
                .orElseThrow();
    }

    private static Draw draw(Draft draft, Row pass) {
        return Draw.by(draft.workgroup(), "host", pass.state().text("export"));
    }

    private static Row working(Draft draft, Row pass, Duration work) {
        return pass.withState(state -> state.put("endAt", draft.now().plus(work).toString()));
    }

    private Row opened(Draft draft, Row pass, Between mailboxes) {
        Row known = pass.withState(
                state -> state.put("sourceTenant", mailboxes.from().tenant().id())
                        .put("source", mailboxes.source().id())
                        .put("destinationTenant", mailboxes.to().tenant().id())
                        .put("destination", mailboxes.destination().id()));
        Row item = draft.find(Table.ITEMS, pass.text(Passes.ITEM)).orElseThrow();
        if (pass.is("Type", Passes.VERIFICATION)) {
            return working(draft, known, WORK_MIN);
        }
        boolean unlucky = !item.state().flag("tried")
                && Draw.by(draft.workgroup(), mailboxes.source().guid(), "failure")
                        .isAmong(settings.failures());
        if (unlucky) {
            return working(draft, known, WORK_MIN)
                    .withState(state -> state.put(
                            FAILURE,
                            "Your migration failed because the server did not respond in time. Please try again."));
        }
        draft.keep(Table.ITEMS, ItemStatistics.begun(item));
        if (pass.is("Type", Passes.REPAIR)) {
            return working(draft, known, WORK_MIN);
        }
        Copying whole = copying(draft, pass, mailboxes);
        Copying plan =
                pass.state().value().has("capacity") ? whole.within(pass.state().number("capacity")) : whole;
        return working(draft, known, time(draft.workgroup(), plan)).withState(state -> {
            ObjectNode parts = state.putObject("plan");
            plan.parts()
                    .forEach((type, part) -> parts.putObject(type.word())
                            .put("count", part.count())
                            .put("bytes", part.bytes()));
        });
    }

    private static Duration time(Workgroup workgroup, Copying plan) {
        double hours = (double) plan.bytes() / workgroup.bytesPerHour();
        Duration time =
                Duration.ofSeconds((long) Math.ceil(hours * Duration.ofHours(1).toSeconds()));
        return time.compareTo(WORK_MIN) < 0 ? WORK_MIN : time;
    }

    private static Copying copying(Draft draft, Row pass, Between mailboxes) {
        Set<ItemType> types = new HashSet<>(ItemType.read(pass.text("ItemTypes")));
        draft.find(Table.PROJECTS, pass.text(Projects.ID)).ifPresent(project -> types.removeAll(disabled(project)));
        draft.find(Table.ITEMS, pass.text(Passes.ITEM)).ifPresent(item -> types.removeAll(disabled(item)));
        return Copying.of(draft, mailboxes, types, Window.of(pass));
    }

    private static Set<ItemType> disabled(Row row) {
        String words = row.text("DisabledMailboxItemTypes");
        return words.isEmpty() ? Set.of() : ItemType.read(words);
    }

    private void end(Draft draft, Row pass, Keeping keeping) {
        PassEnd end = new PassEnd(draft, settings);
        String failure = pass.state().text(FAILURE);
        if (!failure.isEmpty()) {
            end.failed(pass, failure);
            keeping.keep(draft);
        } else if (pass.is("Type", Passes.VERIFICATION)) {
            end.completed(pass);
            keeping.keep(draft);
        } else {
            between(pass)
                    .ifPresentOrElse(
                            mailboxes -> inTenant(draft, mailboxes, keeping, (change, there) -> {
                                if (pass.is("Type", Passes.REPAIR)) {
                                    end.repaired(pass, change, there);
                                } else {
                                    end.copied(pass, change, there, copying(draft, pass, there));
                                }
                            }),
                            () -> {
                                end.failed(pass, "Your migration failed because a mailbox is no longer there.");
                                keeping.keep(draft);
                            });
        }
    }

    private void stop(Draft draft, Row pass, Keeping keeping) {
        PassEnd end = new PassEnd(draft, settings);
        Optional<Between> mailboxes = pass.is("Type", Passes.FULL)
                        && pass.state().text(FAILURE).isEmpty()
                        && pass.instant("StartDate").isPresent()
                ? between(pass)
                : Optional.empty();
        if (mailboxes.isEmpty()) {
            end.stopped(pass);
            keeping.keep(draft);
            return;
        }
        Instant start = pass.instant("StartDate").orElseThrow();
        Duration worked =
                Duration.between(start, pass.state().instant("askedAt").orElse(start));
        inTenant(
                draft,
                mailboxes.get(),
                keeping,
                (change, there) -> end.stopped(pass, change, there, copying(draft, pass, there), worked));
    }

    private void inTenant(Draft draft, Between mailboxes, Keeping keeping, BiConsumer<Change, Between> happening) {
        tenants.happen(
                mailboxes.to().tenant().id(),
                change -> happening.accept(change, mailboxes),
                () -> keeping.entries(draft));
        keeping.apply(draft);
    }

    /// The mailboxes that were opened when the pass began, as they are now.
    private Optional<Between> between(Row pass) {
        Row state = pass.state();
        Optional<Place> from = tenants.withId(state.text("sourceTenant"));
        Optional<Place> to = tenants.withId(state.text("destinationTenant"));
        return from.flatMap(there -> there.recipients().withId(state.text("source")))
                .filter(Recipient::isMailbox)
                .flatMap(source -> to.flatMap(there -> there.recipients().withId(state.text("destination")))
                        .filter(Recipient::isMailbox)
                        .map(destination -> new Between(from.orElseThrow(), source, to.orElseThrow(), destination)));
    }

    @Override
    public long bytes(Draft draft, Row project, Row pass) {
        World world = draft.workgroup().world();
        Optional<Place> from = access.tenant(world, endpoint(draft, pass, "Export"));
        Optional<Place> to = access.tenant(world, endpoint(draft, pass, "Import"));
        return from.flatMap(place -> Access.mailbox(place, pass.state().text("export")))
                .flatMap(source -> to.flatMap(
                                place -> Access.mailbox(place, pass.state().text("import")))
                        .map(destination -> new Between(from.orElseThrow(), source, to.orElseThrow(), destination)))
                .map(mailboxes -> copying(draft, pass, mailboxes).bytes())
                .orElse(0L);
    }
}
