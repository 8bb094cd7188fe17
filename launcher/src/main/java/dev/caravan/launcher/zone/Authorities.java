package dev.caravan.launcher.zone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// The authoritative servers, asked one by one as `dig` would.
public final class Authorities {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /// `host:port` by server name with the final dot.
    private final Map<String, String> servers;

    public Authorities(Map<String, String> servers) {
        this.servers = Map.copyOf(servers);
    }

    public boolean knows(String server) {
        return servers.containsKey(server);
    }

    /// What a known server answers; empty: it has no such record set.
    ///
    /// @param key `<name> <type>`
    public Optional<RecordSet> ask(String server, String key) throws IOException {
        var address = servers.getOrDefault(server, "");
        var colon = address.lastIndexOf(':');
        var resolver = new SimpleResolver(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
        resolver.setTimeout(TIMEOUT);
        var type = Type.value(RecordKey.type(key));
        var question = Message.newQuery(Record.newRecord(Name.fromString(RecordKey.name(key)), type, DClass.IN));
        question.getHeader().unsetFlag(Flags.RD);
        var answer = resolver.send(question);
        if (answer.getRcode() != Rcode.NOERROR && answer.getRcode() != Rcode.NXDOMAIN) {
            throw new IOException(server + " answers " + Rcode.string(answer.getRcode()) + " to " + key);
        }
        var records = answer.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type)
                .toList();
        return records.isEmpty() ? Optional.empty() : Optional.of(RecordSet.of(records));
    }
}
