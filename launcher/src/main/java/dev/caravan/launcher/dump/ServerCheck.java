package dev.caravan.launcher.dump;

import dev.caravan.launcher.zone.Authorities;
import dev.caravan.launcher.zone.RecordSet;
import dev.caravan.launcher.zone.ZoneFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks every authoritative server whether it serves what the dump holds.
public final class ServerCheck {

    private final Authorities servers;

    public ServerCheck(Authorities servers) {
        this.servers = servers;
    }

    /// What any server of the zone serves otherwise.
    ///
    /// @param keys `<name> <type>` of the RRsets to ask for
    public List<String> problems(ZoneFile zone, List<String> keys) throws IOException {
        var problems = new ArrayList<String>();
        for (var server : zone.nameServers()) {
            for (var key : keys) {
                if (zone.holds(key)) {
                    difference(
                                    server,
                                    key,
                                    Optional.ofNullable(zone.recordSets().get(key)))
                            .ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    private Optional<String> difference(String server, String key, Optional<RecordSet> expected) throws IOException {
        if (!servers.knows(server)) {
            return Optional.of("the zone names the server " + server + ", which nobody runs");
        }
        var served = servers.ask(server, key);
        return served.equals(expected)
                ? Optional.empty()
                : Optional.of("%s serves %s as %s, the dump holds %s"
                        .formatted(
                                server,
                                key,
                                served.map(RecordSet::toString).orElse("absent"),
                                expected.map(RecordSet::toString).orElse("absent")));
    }
}
