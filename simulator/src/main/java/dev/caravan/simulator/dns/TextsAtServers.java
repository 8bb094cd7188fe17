package dev.caravan.simulator.dns;

import dev.caravan.simulator.dns.resolve.Authorities;
import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.domains.PublishedTexts;
import dev.caravan.simulator.world.DomainName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
final class TextsAtServers implements PublishedTexts {

    private final Authorities authorities;

    TextsAtServers(Authorities authorities) {
        this.authorities = authorities;
    }

    @Override
    public List<Set<String>> at(DomainName name) {
        Name asked = Names.absolute(name.absolute());
        Message query = Message.newQuery(Record.newRecord(asked, Type.TXT, DClass.IN));
        return authorities.of(asked).stream()
                .flatMap(delegation -> delegation.servers().stream())
                .flatMap(server -> server.apply(query).stream())
                .filter(answer -> answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN)
                .map(answer -> texts(asked, answer))
                .toList();
    }

    private static Set<String> texts(Name asked, Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(record -> record.getName().equals(asked))
                .filter(TXTRecord.class::isInstance)
                .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
