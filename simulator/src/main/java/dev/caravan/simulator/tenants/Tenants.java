package dev.caravan.simulator.tenants;

import dev.caravan.simulator.clock.SimulatedClock;
import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import dev.caravan.simulator.ledger.Ledger;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Tenant;
import dev.caravan.simulator.world.TenantState;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// All cloud tenants of all worlds, as they are now.
@Component
public final class Tenants implements TenantState, Recalling {

    private static final String KIND = "tenant";

    private final Ledger ledger;
    private final Journal journal;
    private final SimulatedClock clock;
    private final Replicas replicas;
    private final Map<String, Place> byId = new LinkedHashMap<>();
    private boolean changing;

    Tenants(Worlds worlds, Ledger ledger, Journal journal, SimulatedClock clock, Replicas replicas) {
        this.replicas = replicas;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        for (World world : worlds.all()) {
            world.tenants().stream()
                    .filter(Tenant::cloud)
                    .forEach(tenant -> byId.put(tenant.id(), Place.loaded(world.name(), tenant)));
        }
    }

    /// The tenant of an id, in any letter case.
    public synchronized Optional<Place> withId(String id) {
        catchUp();
        return Optional.ofNullable(byId.get(id.toLowerCase(Locale.ROOT)));
    }

    /// The tenant that has verified a domain, also while it is taking it over or giving it up.
    public synchronized Optional<Place> withDomain(DomainName domain) {
        catchUp();
        return byId.values().stream()
                .filter(place -> place.tenant().holds(domain))
                .findFirst();
    }

    /// Answers a request: one that changes something finds the tenant as it is, one that only reads as its replica has
    /// it.
    ///
    /// @param answering computes the answer, and discards the change where it refuses the request
    /// @param telling the call, by what was answered and what has changed
    public <A> A answer(
            Place place, boolean changes, Function<Change, A> answering, BiFunction<A, Change, NewCall> telling) {
        return changes ? change(place, answering, telling) : read(place, answering, telling);
    }

    private synchronized <A> A read(
            Place place, Function<Change, A> answering, BiFunction<A, Change, NewCall> telling) {
        Place now = withId(place.tenant().id()).orElse(place);
        Instant instant = clock.instant();
        Change none = new Change(replicas.seen(now, instant), instant);
        A answer = undisturbed(() -> answering.apply(none));
        if (!none.edits().isEmpty()) {
            throw new IllegalStateException("a request that reads has changed something: " + none.effects());
        }
        ledger.record(telling.apply(answer, none));
        return answer;
    }

    /// Answers a request that may change a tenant, one after the other: what it changed and the record of the call are
    /// kept together, before anybody sees either.
    ///
    /// @param answering computes the answer, and discards the change where it refuses the request
    /// @param telling the call, by what was answered and what has changed
    public synchronized <A> A change(
            Place place, Function<Change, A> answering, BiFunction<A, Change, NewCall> telling) {
        Place now = withId(place.tenant().id()).orElse(place);
        Change change = new Change(now, clock.instant());
        A answer = undisturbed(() -> answering.apply(change));
        NewCall call = telling.apply(answer, change);
        List<Entry> entries = new ArrayList<>(change.besides());
        if (!change.edits().isEmpty()) {
            entries.add(entry(now.tenant().id(), change));
        }
        ledger.record(call, entries.toArray(Entry[]::new));
        keep(now, change);
        change.kept();
        return answer;
    }

    /// Something happens in a tenant that nobody asks it for.
    ///
    /// @param besides what else it changes, asked for afterwards; kept together with what it changes in the tenant
    public synchronized void happen(String id, Consumer<Change> happening, Supplier<List<Entry>> besides) {
        Place now = withId(id).orElseThrow(() -> new IllegalArgumentException("no tenant has the id " + id));
        Change change = new Change(now, clock.instant());
        undisturbed(() -> {
            happening.accept(change);
            return change;
        });
        List<Entry> entries = new ArrayList<>(besides.get());
        entries.addAll(change.besides());
        if (!change.edits().isEmpty()) {
            entries.add(entry(now.tenant().id(), change));
        }
        journal.append(entries);
        keep(now, change);
        change.kept();
    }

    /// Whoever looks at other tenants in the middle of a change sees all of them as of its beginning.
    private <A> A undisturbed(Supplier<A> answering) {
        changing = true;
        try {
            return answering.get();
        } finally {
            changing = false;
        }
    }

    /// What is due happens before anybody looks, so nobody can tell that it did not happen at its instant.
    private void catchUp() {
        if (changing) {
            return;
        }
        Instant now = clock.instant();
        for (Place place : List.copyOf(byId.values())) {
            Change change = new Change(place, now);
            DomainStates.catchUp(change, now);
            UserStates.catchUp(change, now);
            DirectorySync.catchUp(change, now);
            if (!change.edits().isEmpty()) {
                journal.append(entry(place.tenant().id(), change));
                keep(place, change);
            }
        }
    }

    private void keep(Place before, Change change) {
        byId.put(before.tenant().id(), change.place());
        if (!change.edits().isEmpty()) {
            replicas.changed(before, change);
        }
    }

    private static Entry entry(String id, Change change) {
        ObjectNode data = JsonMapper.shared().createObjectNode().put("id", id);
        ArrayNode edits = data.putArray("edits");
        change.edits().forEach(edit -> edits.add(edit.written()));
        return new Entry(KIND, data);
    }

    @Override
    public Tenant now(Tenant loaded) {
        return withId(loaded.id()).map(Place::tenant).orElse(loaded);
    }

    @Override
    public Tenant written(Tenant loaded) {
        return withId(loaded.id())
                .filter(place -> !place.tenant().equals(loaded))
                .map(place -> place.written(loaded))
                .orElse(loaded);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public synchronized void recall(Entry entry) {
        String id = entry.data().path("id").asString();
        Place place = Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new IllegalStateException("no tenant has the id " + id));
        for (JsonNode edit : entry.data().path("edits")) {
            place = place.with(Edit.read(edit));
        }
        byId.put(id, place);
    }
}
