package dev.caravan.dns.records;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.MailRecords;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import java.util.stream.Stream;

/// Proves that what was published is served everywhere: a change is done when every authoritative server has it.
final class ProvingRecords implements Asking<DnsCommand.ProveRecords, DnsFact> {

    private final Zones zones;
    private final Propagation propagation;

    ProvingRecords(Zones zones, Authority authority) {
        this.zones = zones;
        this.propagation = new Propagation(authority);
    }

    @Override
    public Outcome<DnsFact> ask(DnsCommand.ProveRecords command, Call call, Telling<DnsFact> telling) {
        return zones.holding(command.domains(), call)
                .then(held -> InTurn.each(held, one -> proven(one, call)))
                .map(servers -> new DnsFact.RecordsProven(
                        servers.stream().mapToInt(Integer::intValue).sum()));
    }

    private Outcome<Integer> proven(HeldDomains held, Call call) {
        var wanted = held.domains().stream()
                .flatMap(domain -> records(held, domain))
                .distinct()
                .toList();
        return propagation.everywhere(held.zone().apex(), wanted, RecordSet::sameValues, call);
    }

    /// Mail records, and all texts at the domain: ownership is proven by one of them.
    private static Stream<RecordSet> records(HeldDomains held, DomainName domain) {
        return Stream.concat(
                MailRecords.of(held.zone(), domain).stream(), held.zone().find(new RecordKey(domain, "TXT")).stream());
    }
}
