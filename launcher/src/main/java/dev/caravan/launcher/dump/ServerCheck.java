package dev.caravan.launcher.dump;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// Asks every authoritative server, as `dig` would, whether it serves what the dump holds.
public final class ServerCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /// `host:port` by server name with the final dot.
    private final Map<String, String> servers;

    public ServerCheck(Map<String, String> servers) {
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
        var address = servers.get(server);
        if (address == null) {
            return Optional.of("the zone names the server " + server + ", which nobody runs");
        }
        var served = ask(address, key);
        return served.equals(expected)
                ? Optional.empty()
                : Optional.of("%s serves %s as %s, the dump holds %s"
                        .formatted(
                                server,
                                key,
                                served.map(RecordSet::toString).orElse("absent"),
                                expected.map(RecordSet::toString).orElse("absent")));
    }

    private static Optional<RecordSet> ask(String address, String key) throws IOException {
        var colon = address.lastIndexOf(':');
        var resolver = new SimpleResolver(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
        resolver.setTimeout(TIMEOUT);
        var space = key.lastIndexOf(' ');
        var type = Type.value(key.substring(space + 1));
        var question = Message.newQuery(Record.newRecord(Name.fromString(key.substring(0, space)), type, DClass.IN));
        question.getHeader().unsetFlag(Flags.RD);
        var records = resolver.send(question).getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type)
                .toList();
        return records.isEmpty() ? Optional.empty() : Optional.of(ZoneFile.of(records));
    }
}
