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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Proves that what was published is served everywhere: a change is done when every authoritative server has it, since
/// secondaries lag and nobody chooses whom the world asks.
final class ProvingRecords implements Asking<DnsCommand.ProveRecords, DnsFact> {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final Zones zones;
    private final Authority authority;

    ProvingRecords(Zones zones, Authority authority) {
        this.zones = zones;
        this.authority = authority;
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
        return authority
                .serversOf(held.zone().apex(), call)
                .then(servers -> InTurn.each(servers, server -> serves(server, wanted, call))
                        .map(List::size));
    }

    /// Mail records, and all texts at the domain: ownership is proven by one of them.
    private static Stream<RecordSet> records(HeldDomains held, DomainName domain) {
        return Stream.concat(
                MailRecords.of(held.zone(), domain).stream(), held.zone().find(new RecordKey(domain, "TXT")).stream());
    }

    private Outcome<DomainName> serves(DomainName server, List<RecordSet> wanted, Call call) {
        return InTurn.each(
                        wanted,
                        recordSet -> authority
                                .ask(server, recordSet.key(), call)
                                .then(answer -> judged(server, recordSet, answer)))
                .map(_ -> server);
    }

    private static Outcome<RecordSet> judged(DomainName server, RecordSet wanted, Optional<RecordSet> answer) {
        return answer.filter(wanted::sameValues)
                .<Outcome<RecordSet>>map(Outcome::done)
                .orElseGet(() -> new Outcome.NotYet<>(
                        RETRY_AFTER, server + " does not serve " + wanted.key() + " as the primary does"));
    }
}
