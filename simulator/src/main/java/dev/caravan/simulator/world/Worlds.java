package dev.caravan.simulator.world;

import java.util.List;
import java.util.Optional;

/// All worlds of this simulator; their tenants, zones and names differ.
public final class Worlds {

    private final List<World> all;

    /// Worlds that were loaded together.
    public Worlds(List<World> all) {
        this.all = List.copyOf(all);
    }

    /// In the order of the command line.
    public List<World> all() {
        return all;
    }

    /// The world that holds a zone.
    public Optional<World> withZone(DomainName zone) {
        return all.stream()
                .filter(world ->
                        world.zones().stream().anyMatch(file -> file.zone().equals(zone)))
                .findFirst();
    }
}
