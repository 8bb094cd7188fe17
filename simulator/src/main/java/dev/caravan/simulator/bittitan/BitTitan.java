package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Events.Event;
import dev.caravan.simulator.clock.Agenda;
import dev.caravan.simulator.clock.Due;
import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.faults.Faults;
import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.world.FileState;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

/// The accounts of all worlds: answers calls one after the other, and lets happen what is due.
final class BitTitan implements Recalling, FileState, Due, SmartLifecycle {

    static final String THROTTLE = "bittitan-throttle";
    static final String REMOTE = "bittitan-remote";

    private static final String KIND = "bittitan";

    private final SimulatedClock clock;
    private final Agenda agenda;
    private final Journal journal;
    private final Ledger ledger;
    private final Faults faults;
    private final Engine engine;
    private final Cmdlets cmdlets;
    private final Map<String, Books> accounts = new LinkedHashMap<>();
    private Agenda.@Nullable Entry planned;
    private volatile boolean running;

    BitTitan(
            Worlds worlds,
            SimulatedClock clock,
            Agenda agenda,
            Journal journal,
            Ledger ledger,
            Faults faults,
            Engine engine) {
        this.clock = clock;
        this.agenda = agenda;
        this.journal = journal;
        this.ledger = ledger;
        this.faults = faults;
        this.engine = engine;
        this.cmdlets = new Cmdlets(engine);
        worlds.all()
                .forEach(world -> Workgroup.of(world, clock::beginning)
                        .ifPresent(workgroup -> accounts.put(world.name(), new Books(workgroup))));
    }

    /// Answers a call; what it changed and its record are kept together before anybody sees either.
    ///
    /// @param telling the record of the call, by its status and its effects
    /// @throws Refusal if it is refused, which is recorded as well
    synchronized List<JsonNode> run(String world, Call call, BiFunction<String, List<String>, NewCall> telling) {
        Books books = books(world);
        catchUp();
        Draft draft = new Draft(books, clock.instant());
        try {
            requireNoFault(books.workgroup());
            List<JsonNode> answer = cmdlets.named(call.cmdlet()).run(draft, call.ticket(), call.parameters());
            NewCall told = telling.apply("ok", draft.effects());
            if (draft.edits().isEmpty()) {
                ledger.record(told);
            } else {
                ledger.record(told, entry(draft));
                apply(draft);
                catchUp();
            }
            return answer;
        } catch (Refusal refusal) {
            ledger.record(telling.apply(refusal.kind().name(), List.of()));
            throw refusal;
        }
    }

    private void requireNoFault(Workgroup workgroup) {
        if (faults.take(THROTTLE, null, workgroup.name()).isPresent()) {
            throw Refusal.throttled();
        }
        if (faults.take(REMOTE, null, workgroup.name()).isPresent()) {
            throw Refusal.remote();
        }
    }

    Workgroup workgroup(String world) {
        return books(world).workgroup();
    }

    private Books books(String world) {
        return Optional.ofNullable(accounts.get(world))
                .orElseThrow(() -> new IllegalArgumentException("no account belongs to the world " + world));
    }

    /// What is due happens before anybody looks, so nobody can tell that it did not happen at its instant.
    private void catchUp() {
        Instant now = clock.instant();
        for (Books books : accounts.values()) {
            for (Optional<Event> event = due(books, now); event.isPresent(); event = due(books, now)) {
                engine.happen(event.get(), books, keeping());
            }
        }
        plan();
    }

    private static Optional<Event> due(Books books, Instant now) {
        return Events.next(books).filter(event -> !event.due().isAfter(now));
    }

    private Engine.Keeping keeping() {
        return new Engine.Keeping() {
            @Override
            public void keep(Draft draft) {
                journal.append(entry(draft));
                apply(draft);
            }

            @Override
            public List<Entry> entries(Draft draft) {
                return List.of(entry(draft));
            }

            @Override
            public void apply(Draft draft) {
                BitTitan.this.apply(draft);
            }
        };
    }

    private static Entry entry(Draft draft) {
        return new Entry(KIND, draft.written());
    }

    private void apply(Draft draft) {
        Books books = books(draft.workgroup().world().name());
        draft.edits().forEach(books::apply);
    }

    /// Puts the next event on the agenda, in place of the one that was the next.
    private void plan() {
        if (!running) {
            return;
        }
        Optional<Instant> next = next();
        if (planned != null && !next.equals(Optional.of(planned.due()))) {
            planned.cancel();
            planned = null;
        }
        if (planned == null) {
            next.ifPresent(due -> planned = agenda.at(due, "BitTitan", _ -> happen()));
        }
    }

    private synchronized void happen() {
        planned = null;
        catchUp();
    }

    @Override
    public synchronized Optional<Instant> next() {
        return accounts.values().stream()
                .flatMap(books -> Events.next(books).stream())
                .map(Event::due)
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized SortedMap<String, byte[]> changed(World world) {
        catchUp();
        Books books = accounts.get(world.name());
        return books == null ? new TreeMap<>() : books.changed();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public synchronized void recall(Entry entry) {
        Books books = books(entry.data().path("world").asString());
        entry.data().path("edits").forEach(edit -> books.apply(Books.Edit.read(edit)));
    }

    @Override
    public synchronized void start() {
        running = true;
        plan();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// After the journal was replayed, before the agenda and the runner.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 16_384;
    }
}
