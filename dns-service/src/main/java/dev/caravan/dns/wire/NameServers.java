package dev.caravan.dns.wire;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Outcome;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.stream.Collectors;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Where each name server is reached: port 53 of its address, unless the configuration says otherwise.
public final class NameServers {

    private static final int DNS_PORT = 53;

    private final DnsWire wire;
    private final InetSocketAddress resolver;
    private final Map<DomainName, InetSocketAddress> elsewhere;

    public NameServers(DnsSettings settings, DnsWire wire) {
        this.wire = wire;
        this.resolver = settings.resolver() == null
                ? ResolverConfig.getCurrentConfig().server()
                : HostAndPort.parse("caravan.dns.resolver", settings.resolver());
        this.elsewhere = settings.nameServers().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> DomainName.parse(entry.getKey()),
                        entry -> HostAndPort.parse("caravan.dns.name-servers", entry.getValue())));
    }

    /// The recursive resolver.
    public InetSocketAddress resolver() {
        return resolver;
    }

    /// The address of a server. [Outcome.Failed] when its name has none.
    public Outcome<InetSocketAddress> addressOf(DomainName server) {
        InetSocketAddress known = elsewhere.get(server);
        return known == null ? lookedUp(server) : Outcome.done(known);
    }

    private Outcome<InetSocketAddress> lookedUp(DomainName server) {
        Message question = Message.newQuery(Record.newRecord(Presentation.name(server), Type.A, DClass.IN));
        return wire.ask(resolver, question)
                .then(answer -> answer.getSection(Section.ANSWER).stream()
                        .filter(ARecord.class::isInstance)
                        .map(ARecord.class::cast)
                        .findFirst()
                        .<Outcome<InetSocketAddress>>map(
                                found -> Outcome.done(new InetSocketAddress(found.getAddress(), DNS_PORT)))
                        .orElseGet(() ->
                                Outcome.failedForNow("no-address", "the name server " + server + " has no address")));
    }
}
