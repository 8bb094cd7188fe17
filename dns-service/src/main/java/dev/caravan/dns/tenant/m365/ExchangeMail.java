package dev.caravan.dns.tenant.m365;

import dev.caravan.dns.domain.AcceptedDomain;
import dev.caravan.dns.tenant.TenantMail;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.wire.Failures;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Accepted domains as Exchange Online has them.
///
/// Source: MicrosoftDocs/office-docs-powershell, Get-AcceptedDomain and Set-AcceptedDomain.
public final class ExchangeMail implements TenantMail {

    private static final String NAME = "DomainName";
    private static final String TYPE = "DomainType";
    /// Short: letters to people who have no address yet bounce in the meantime.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private final ExchangeOnline exchange;

    public ExchangeMail(Microsoft365 microsoft365) {
        this(microsoft365.exchange());
    }

    ExchangeMail(ExchangeOnline exchange) {
        this.exchange = exchange;
    }

    @Override
    public Outcome<List<AcceptedDomain>> all(Call call) {
        return exchange.invoke(Cmdlet.of("Get-AcceptedDomain").selecting(NAME, TYPE), call)
                .map(output ->
                        output.objects().stream().map(ExchangeMail::accepted).toList());
    }

    /// Exchange learns of a verified domain up to an hour later, and shows it later still: so it is not asked first.
    @Override
    public Outcome<String> set(String id, String type, Call call) {
        var set = exchange.invoke(
                Cmdlet.on("Set-AcceptedDomain", new Identity(id)).with(TYPE, type), call);
        return Failures.isFailure(set, Failures.NOT_FOUND)
                ? new Outcome.NotYet<>(LOOK_AGAIN, "Exchange does not know the domain %s yet".formatted(id))
                : set.map(_ -> id);
    }

    private static AcceptedDomain accepted(ObjectNode row) {
        return new AcceptedDomain(row.path(NAME).asString(), row.path(TYPE).asString(AcceptedDomain.AUTHORITATIVE));
    }
}
