package dev.caravan.dns.records;

import dev.caravan.dns.authority.Authority;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Proves a TTL where the world's caches fetch it: at every authoritative server, since secondaries lag.
final class ProvingTtl implements Asking<DnsCommand.ProveTtl, DnsFact> {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final Zones zones;
    private final Authority authority;

    ProvingTtl(Zones zones, Authority authority) {
        this.zones = zones;
        this.authority = authority;
    }

    @Override
    public Outcome<DnsFact> ask(DnsCommand.ProveTtl command, Call call, Telling<DnsFact> telling) {
        return zones.holding(command.domains(), call)
                .then(held -> InTurn.each(held, one -> proven(one, command.ttlSeconds(), call)))
                .map(servers -> new DnsFact.TtlProven(
                        servers.stream().mapToInt(Integer::intValue).sum()));
    }

    private Outcome<Integer> proven(HeldDomains held, long ttlSeconds, Call call) {
        return authority
                .serversOf(held.zone().apex(), call)
                .then(servers -> InTurn.each(servers, server -> serves(server, held.mailRecords(), ttlSeconds, call))
                        .map(List::size));
    }

    private Outcome<DomainName> serves(DomainName server, List<RecordSet> wanted, long ttlSeconds, Call call) {
        return InTurn.each(
                        wanted,
                        recordSet -> authority
                                .ask(server, recordSet.key(), call)
                                .then(answer -> judged(server, recordSet, answer, ttlSeconds)))
                .map(all -> server);
    }

    private static Outcome<RecordSet> judged(
            DomainName server, RecordSet wanted, Optional<RecordSet> answer, long ttlSeconds) {
        if (answer.filter(wanted::sameValues).isEmpty()) {
            return new Outcome.NotYet<>(
                    RETRY_AFTER, server + " does not serve " + wanted.key() + " as the primary does");
        }
        long ttl = answer.get().ttlSeconds();
        return ttl <= ttlSeconds
                ? Outcome.done(answer.get())
                : new Outcome.NotYet<>(
                        RETRY_AFTER, "%s still serves %s with a TTL of %d s".formatted(server, wanted.key(), ttl));
    }
}
