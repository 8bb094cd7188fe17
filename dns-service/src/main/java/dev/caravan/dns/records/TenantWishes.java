package dev.caravan.dns.records;

import dev.caravan.dns.domain.Signing;
import dev.caravan.dns.records.DnsCommand.HoldMail;
import dev.caravan.dns.records.DnsCommand.PublishOwnership;
import dev.caravan.dns.records.DnsCommand.SwitchRecords;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.dns.tenant.TenantSigning;
import dev.caravan.dns.wire.Presentation;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.RecordWish;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Target;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the commands of a move wish in zones. The records of a tenant are asked of it, never built (`facts/dns.md`).
record TenantWishes(TenantDomains tenant, TenantSigning signing) {

    Outcome<Map<DomainName, List<RecordWish>>> of(PublishOwnership command, Call call) {
        return each(
                command.domains(),
                command.tenant(),
                call,
                (domain, through) -> tenant.ownershipText(id(domain), through)
                        .map(text -> List.of(
                                new RecordWish.Present(new RecordKey(domain, "TXT"), Presentation.text(text)))));
    }

    Outcome<Map<DomainName, List<RecordWish>>> of(HoldMail command, Call call) {
        var held = "0 " + command.host().text();
        return Outcome.done(command.domains().stream()
                .collect(Collectors.toMap(
                        domain -> domain,
                        domain -> List.of(new RecordWish.Only(new RecordKey(domain, "MX"), List.of(held))))));
    }

    Outcome<Map<DomainName, List<RecordWish>>> of(SwitchRecords command, Call call) {
        return call.through(command.tenant())
                .then(signing::all)
                .then(signings -> each(
                        command.domains(),
                        command.tenant(),
                        call,
                        (domain, through) -> tenant.serviceRecords(id(domain), through)
                                .then(services -> wishes(services, keys(domain, signings)))));
    }

    private static List<RecordSet> keys(DomainName domain, List<Signing> signings) {
        return Signing.of(domain, signings).map(Signing::keys).orElse(List.of());
    }

    private static Outcome<List<RecordWish>> wishes(List<RecordSet> services, List<RecordSet> keys) {
        return services.isEmpty()
                ? Outcome.failedForNow("no-service-records", "the tenant names no records for the domain yet")
                : Outcome.done(Stream.concat(services.stream(), keys.stream())
                        .flatMap(recordSet -> RecordWish.of(recordSet).stream())
                        .toList());
    }

    private record Wished(DomainName domain, List<RecordWish> wishes) {}

    private static Outcome<Map<DomainName, List<RecordWish>>> each(
            List<DomainName> domains,
            Target target,
            Call call,
            BiFunction<DomainName, Call, Outcome<List<RecordWish>>> asking) {
        return call.through(target)
                .then(through -> InTurn.each(
                        domains, domain -> asking.apply(domain, through).map(wishes -> new Wished(domain, wishes))))
                .map(all -> all.stream().collect(Collectors.toMap(Wished::domain, Wished::wishes)));
    }

    /// As a tenant writes it, without the final dot.
    private static String id(DomainName domain) {
        return domain.text().substring(0, domain.text().length() - 1);
    }
}
