package dev.caravan.simulator.dns;

import dev.caravan.simulator.dns.resolve.Authorities;
import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.domains.PublishedRecords;
import dev.caravan.simulator.world.DomainName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// Asks every server of a zone itself, so that a cache cannot hide what is new and a secondary cannot hide that it
/// lags.
final class RecordsAtServers implements PublishedRecords {

    private final Authorities authorities;

    RecordsAtServers(Authorities authorities) {
        this.authorities = authorities;
    }

    @Override
    public List<Set<String>> texts(DomainName name) {
        return ask(name, Type.TXT, record -> String.join("", ((TXTRecord) record).getStrings()));
    }

    @Override
    public List<Set<String>> aliases(DomainName name) {
        return ask(
                name,
                Type.CNAME,
                record -> ((CNAMERecord) record).getTarget().toString(true).toLowerCase(Locale.ROOT));
    }

    private List<Set<String>> ask(DomainName name, int type, Function<Record, String> reading) {
        Name asked = Names.absolute(name.absolute());
        Message query = Message.newQuery(Record.newRecord(asked, type, DClass.IN));
        return authorities.of(asked).stream()
                .flatMap(delegation -> delegation.servers().stream())
                .flatMap(server -> server.apply(query).stream())
                .filter(answer -> answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN)
                .map(answer -> answer.getSection(Section.ANSWER).stream()
                        .filter(record -> record.getName().equals(asked) && record.getType() == type)
                        .map(reading)
                        .collect(Collectors.toUnmodifiableSet()))
                .toList();
    }
}
