package dev.caravan.launcher.demo;

import dev.caravan.launcher.runs.NewConnection;
import dev.caravan.launcher.runs.NewRun;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.simulation.Cutover;
import dev.caravan.launcher.simulation.World;
import dev.caravan.launcher.standin.Cast;
import dev.caravan.launcher.zone.ZoneFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes a world's accounts known and creates its run, as a migration lead would through the API.
public final class Departure {

    /// Where they really are is the services' configuration.
    private static final List<String> MICROSOFT_HOSTS =
            List.of("login.microsoftonline.com", "graph.microsoft.com", "outlook.office365.com");

    private static final List<String> BITTITAN_HOSTS = List.of("www.bittitan.com", "www.migrationwiz.com");

    /// Who uses every simulated account with BitTitan.
    private static final String BITTITAN_USER = "caravan@msp.example";

    private final Runs runs;
    private final Set<String> credentials;
    private final RunbookChoice runbook;
    private final Instant start;
    private final Map<String, String> decisions;

    /// @param credentials names of those that there are
    public Departure(
            Runs runs, Set<String> credentials, RunbookChoice runbook, Instant start, Map<String, String> decisions) {
        this.runs = runs;
        this.credentials = Set.copyOf(credentials);
        this.runbook = runbook;
        this.start = start;
        this.decisions = Map.copyOf(decisions);
    }

    /// Answers the run's id.
    ///
    /// @param folder that the world was loaded from
    public String depart(World world, Path folder) throws IOException {
        var connections = new TreeMap<String, String>();
        connect(world, "source", tenant(world, world.source()), connections);
        connect(world, "destination", tenant(world, world.destination()), connections);
        connect(world, "dns", dns(world, nameServers(folder)), connections);
        var bittitan = bittitan(world);
        if (bittitan.isPresent()) {
            connect(world, "bittitan", bittitan.get(), connections);
        }
        return runs.create(
                new NewRun(
                        world.name(),
                        world.source().id(),
                        runbook.name(),
                        runbook.yaml(),
                        runbook.file(),
                        connections,
                        world.movingDomains(),
                        world.timeZone(),
                        Cutover.t0(start, world.zone()),
                        decisions),
                Cast.REQUESTER);
    }

    /// All name servers of a world's zones.
    private static List<String> nameServers(Path folder) throws IOException {
        var names = new TreeSet<String>();
        for (var file : ZoneFile.in(folder).values()) {
            names.addAll(ZoneFile.read(file).nameServers());
        }
        return List.copyOf(names);
    }

    private void connect(World world, String role, NewConnection connection, Map<String, String> connections)
            throws IOException {
        var id = world.name() + "-" + role;
        runs.connect(id, connection, Cast.REQUESTER);
        connections.put(role, id);
    }

    private static NewConnection tenant(World world, World.Side side) {
        return new NewConnection(
                "TENANT",
                side.displayName(),
                world.source().id(),
                side.id(),
                side.id(),
                side.application() == null ? null : side.application().id(),
                side.application() == null
                        ? world.name() + "-" + side.initialDomain()
                        : side.application().credentialRef(),
                MICROSOFT_HOSTS,
                side.application() == null
                        ? Map.of()
                        : Map.of("migrationToolId", side.application().id()),
                false);
    }

    /// Empty for a world whose mailboxes nobody copies.
    private Optional<NewConnection> bittitan(World world) {
        var credentialRef = world.name() + "-bittitan";
        return Optional.ofNullable(world.bittitanWorkgroup())
                .filter(_ -> credentials.contains(credentialRef))
                .map(workgroup -> new NewConnection(
                        "BITTITAN",
                        "BitTitan of " + workgroup,
                        world.source().id(),
                        workgroup,
                        null,
                        BITTITAN_USER,
                        credentialRef,
                        BITTITAN_HOSTS,
                        Map.of(),
                        false));
    }

    private static NewConnection dns(World world, List<String> nameServers) {
        return new NewConnection(
                "DNS",
                "DNS host of " + world.source().displayName(),
                world.source().id(),
                world.dnsAccount(),
                null,
                null,
                world.tsig().credentialRef(),
                nameServers,
                Map.of(
                        "provider",
                        "rfc2136",
                        "tsigKeyName",
                        world.tsig().keyName(),
                        "tsigAlgorithm",
                        world.tsig().algorithm()),
                false);
    }
}
