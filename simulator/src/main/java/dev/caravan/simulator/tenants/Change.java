package dev.caravan.simulator.tenants;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What a request changes in a tenant, edit by edit; nothing of it is seen by anybody else before it is kept.
public final class Change {

    private final Place before;
    private final Instant instant;
    private Place now;
    private final List<Edit> edits = new ArrayList<>();
    private final List<String> effects = new ArrayList<>();
    private final List<Entry> besides = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    Change(Place before, Instant instant) {
        this.before = before;
        this.instant = instant;
        this.now = before;
    }

    /// The simulated instant at which it happens.
    public Instant instant() {
        return instant;
    }

    /// The world that the tenant belongs to.
    public String world() {
        return before.world();
    }

    /// The tenant's place with all edits so far.
    public Place place() {
        return now;
    }

    /// The tenant with all edits so far.
    public Tenant tenant() {
        return now.tenant();
    }

    /// Its recipients with all edits so far.
    public Recipients recipients() {
        return now.recipients();
    }

    /// An object becomes another; the same is no change.
    ///
    /// @param links whom new names in it mean
    public void replace(Kind kind, JsonLine object, ObjectNode value, Link... links) {
        if (!object.value().equals(value) || links.length > 0) {
            make(new Edit(kind, object.line(), Optional.of(value), List.of(links)));
        }
    }

    /// There is one object more.
    ///
    /// @param links whom names in it mean
    public void add(Kind kind, ObjectNode value, Link... links) {
        int last = tenant().all(kind).stream().mapToInt(JsonLine::line).max().orElse(0);
        make(new Edit(kind, last + 1, Optional.of(value), List.of(links)));
    }

    /// An object is gone.
    public void remove(Kind kind, JsonLine object) {
        make(new Edit(kind, object.line(), Optional.empty(), List.of()));
    }

    private void make(Edit edit) {
        edits.add(edit);
        now = now.with(edit);
    }

    /// Says what has changed, for the ledger.
    public void effect(String sentence) {
        effects.add(sentence);
    }

    /// What has changed, a sentence each.
    public List<String> effects() {
        return List.copyOf(effects);
    }

    /// What is changed elsewhere is kept together with this change.
    ///
    /// @param then runs once it is kept
    public void together(Entry entry, Runnable then) {
        besides.add(entry);
        afterwards.add(then);
    }

    /// Takes everything back: the request is refused.
    public void discard() {
        edits.clear();
        effects.clear();
        besides.clear();
        afterwards.clear();
        now = before;
    }

    List<Entry> besides() {
        return List.copyOf(besides);
    }

    void kept() {
        afterwards.forEach(Runnable::run);
    }

    List<Edit> edits() {
        return List.copyOf(edits);
    }
}
