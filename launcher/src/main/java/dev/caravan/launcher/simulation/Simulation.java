package dev.caravan.launcher.simulation;

import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/// The simulator's control API.
public final class Simulation {

    private static final int CONFLICT = 409;

    private final Web web;

    public Simulation(Web web) {
        this.web = web;
    }

    public List<World> worlds() throws IOException {
        return Web.JSON.convertValue(web.get("/sim/worlds").orThrow(), new TypeReference<>() {});
    }

    /// The secrets by the name of their credential.
    public Map<String, String> credentials() throws IOException {
        return Web.JSON.convertValue(web.get("/sim/credentials").orThrow(), new TypeReference<>() {});
    }

    /// The portal of the DNS host, entered with a person's secret.
    public Portal portal(String secret) {
        return new Portal(web.with(Map.of("Authorization", "Bearer " + secret)));
    }

    public NameServers nameServers() throws IOException {
        return Web.JSON.treeToValue(web.get("/sim/dns").orThrow(), NameServers.class);
    }

    public Clock clock() throws IOException {
        return Web.JSON.treeToValue(web.get("/sim/clock").orThrow(), Clock.class);
    }

    public Clock startClock() throws IOException {
        return Web.JSON.treeToValue(web.post("/sim/clock/start", Map.of()).orThrow(), Clock.class);
    }

    /// Skips to an instant; false when the clock has turned since `epoch`, and nothing was skipped.
    public boolean skip(Instant to, long epoch) throws IOException {
        var answer = web.post("/sim/clock/skip", Map.of("to", to.toString(), "epoch", epoch));
        if (answer.status() == CONFLICT) {
            return false;
        }
        answer.orThrow();
        return true;
    }

    /// Writes all worlds as they are now, and the ledgers of calls and messages.
    public void dump(Path folder) throws IOException {
        web.post("/sim/dump", Map.of("dir", folder.toAbsolutePath().toString())).orThrow();
    }

    public Summary summary() throws IOException {
        return Web.JSON.treeToValue(web.get("/sim/summary").orThrow(), Summary.class);
    }

    /// What was answered after the call of that number, in order.
    public List<LedgerCall> calls(long after) throws IOException {
        return Web.JSON.convertValue(web.get("/sim/calls?after=" + after).orThrow(), new TypeReference<>() {});
    }

    /// How long a removed domain stays where it was, in simulated time.
    public void releaseDomainsAfter(Duration release) throws IOException {
        web.put("/sim/domains", Map.of("release", release.toString())).orThrow();
    }

    /// A mailbox's primary address follows its user's sign-in name at once.
    public void letAddressesFollowNames() throws IOException {
        web.put("/sim/sign-in-names", Map.of("addresses", "primary")).orThrow();
    }

    /// Makes the simulator get something wrong from now on.
    public void fault(Map<String, Object> fault) throws IOException {
        web.post("/sim/faults", fault).orThrow();
    }
}
