package dev.caravan.dns.authority;

import dev.caravan.dns.wire.DnsWire;
import dev.caravan.dns.wire.NameServers;
import dev.caravan.dns.wire.Presentation;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// [Authority] over the network: the resolver says who is responsible, the servers themselves say what is so.
public final class WireAuthority implements Authority {

    private static final String API = "dns";

    private final NameServers nameServers;
    private final DnsWire wire;

    public WireAuthority(NameServers nameServers, DnsWire wire) {
        this.nameServers = nameServers;
        this.wire = wire;
    }

    @Override
    public Outcome<DomainName> zoneOf(DomainName name) {
        return soaOf(name).map(soa -> Presentation.name(soa.getName()));
    }

    @Override
    public Outcome<DomainName> primaryOf(DomainName zone) {
        return soaOf(zone).map(soa -> Presentation.name(soa.getHost()));
    }

    @Override
    public Outcome<List<DomainName>> serversOf(DomainName zone, Call call) {
        return resolve(zone, Type.NS)
                .map(WireAuthority::serversIn)
                .then(delegated -> delegated.isEmpty()
                        ? Outcome.failedForGood("no-name-server", "no name server is responsible for " + zone)
                        : ask(delegated.getFirst(), new RecordKey(zone, "NS"), call)
                                .map(own -> union(delegated, own)));
    }

    @Override
    public Outcome<Optional<RecordSet>> ask(DomainName server, RecordKey key, Call call) {
        return nameServers
                .addressOf(server)
                .then(address -> call.remote(API, server.toString(), () -> wire.ask(address, question(key))))
                .then(answer -> authoritative(server, key, answer));
    }

    /// A resolver follows an alias and answers for the zone of its target; an alias lies in the zone of its parent.
    private Outcome<SOARecord> soaOf(DomainName name) {
        return resolve(name, Type.SOA).then(answer -> {
            Optional<DomainName> parent = isAlias(name, answer) ? name.parent() : Optional.empty();
            return parent.map(this::soaOf).orElseGet(() -> soaIn(name, answer));
        });
    }

    private static Outcome<SOARecord> soaIn(DomainName name, Message answer) {
        return Stream.of(Section.ANSWER, Section.AUTHORITY)
                .flatMap(section -> answer.getSection(section).stream())
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .filter(soa -> holds(soa, name))
                .findFirst()
                .<Outcome<SOARecord>>map(Outcome::done)
                .orElseGet(() -> Outcome.failedForNow(
                        "no-zone",
                        "no zone holds " + name + ": the resolver answers " + DnsWire.words(answer.getRcode())));
    }

    private static boolean isAlias(DomainName name, Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .anyMatch(record ->
                        record.getType() == Type.CNAME && record.getName().equals(Presentation.name(name)));
    }

    /// The root answers for names that nobody has registered.
    private static boolean holds(SOARecord soa, DomainName name) {
        return !soa.getName().equals(Name.root) && name.isAtOrBelow(Presentation.name(soa.getName()));
    }

    private Outcome<Message> resolve(DomainName name, int type) {
        Message question = Message.newQuery(Record.newRecord(Presentation.name(name), type, DClass.IN));
        return wire.ask(nameServers.resolver(), question);
    }

    private static Message question(RecordKey key) {
        Record wanted = Record.newRecord(Presentation.name(key.owner()), Type.value(key.type()), DClass.IN);
        Message question = Message.newQuery(wanted);
        question.getHeader().unsetFlag(Flags.RD);
        return question;
    }

    private static Outcome<Optional<RecordSet>> authoritative(DomainName server, RecordKey key, Message answer) {
        int rcode = answer.getRcode();
        boolean said = rcode == Rcode.NOERROR || rcode == Rcode.NXDOMAIN;
        if (!said || !answer.getHeader().getFlag(Flags.AA)) {
            return Outcome.failedForNow(
                    "no-authority",
                    server + " does not answer with authority for " + key + ": " + DnsWire.words(rcode));
        }
        return Outcome.done(Optional.ofNullable(
                Presentation.recordSets(answer.getSection(Section.ANSWER)).get(key)));
    }

    private static List<DomainName> serversIn(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(NSRecord.class::isInstance)
                .map(NSRecord.class::cast)
                .map(server -> Presentation.name(server.getTarget()))
                .sorted()
                .toList();
    }

    private static List<DomainName> union(List<DomainName> delegated, Optional<RecordSet> own) {
        Stream<DomainName> named =
                own.stream().flatMap(set -> set.values().stream()).map(DomainName::parse);
        return Stream.concat(delegated.stream(), named).distinct().sorted().toList();
    }
}
