package dev.caravan.launcher.standin;

import dev.caravan.launcher.simulation.Portal;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.simulation.World;
import dev.caravan.launcher.zone.Authorities;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The customers' people, with the keys that each of them holds, and what they can look at.
public final class Customers {

    private final Simulation simulation;
    private final List<World> worlds;
    private final Map<String, String> secrets;
    private final Authorities servers;

    private Customers(Simulation simulation, List<World> worlds, Map<String, String> secrets, Authorities servers) {
        this.simulation = simulation;
        this.worlds = List.copyOf(worlds);
        this.secrets = Map.copyOf(secrets);
        this.servers = servers;
    }

    public static Customers of(Simulation simulation) throws IOException {
        return new Customers(
                simulation,
                simulation.worlds(),
                simulation.credentials(),
                new Authorities(simulation.nameServers().servers()));
    }

    /// Where somebody has to go who works on the records of a name.
    ///
    /// @param zone that holds the name
    /// @param person who may enter the portal there
    record Desk(String zone, World.Person person, Portal portal) {}

    /// The desk of the zone that holds a name; empty if no customer has one, or nobody there may enter.
    ///
    /// @param name with its final dot
    /// @param preferred who would go there; somebody else of that customer if this person has no credential
    Optional<Desk> desk(String name, String preferred) {
        return worlds.stream()
                .flatMap(world ->
                        world
                                .zoneOf(name)
                                .flatMap(zone -> person(world, preferred).map(person -> desk(zone, person)))
                                .stream())
                .findFirst();
    }

    Authorities servers() {
        return servers;
    }

    private Desk desk(String zone, World.Person person) {
        return new Desk(zone, person, simulation.portal(secrets.getOrDefault(person.credentialRef(), "")));
    }

    private static Optional<World.Person> person(World world, String preferred) {
        return world.persons().stream()
                .filter(person -> person.name().equals(preferred))
                .findFirst()
                .or(() -> world.persons().stream().findFirst());
    }
}
