package dev.caravan.dns.tenant.m365;

import dev.caravan.dns.domain.Signing;
import dev.caravan.dns.tenant.TenantSigning;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// DKIM as Exchange Online has it.
public final class ExchangeSigning implements TenantSigning {

    private static final String READING = "Get-DkimSigningConfig";
    private static final String SETTING = "Set-DkimSigningConfig";
    private static final String DOMAIN = "Domain";
    private static final String DOMAIN_NAME = "DomainName";
    private static final String ENABLED = "Enabled";
    private static final String STATUS = "Status";
    private static final String SELECTOR_1 = "Selector1CNAME";
    private static final String SELECTOR_2 = "Selector2CNAME";
    /// All that tells this refusal from others: Exchange calls many things a `ValidationException`.
    private static final String UNPUBLISHED = "CNAME record does not exist";
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(2);

    private final ExchangeOnline exchange;

    public ExchangeSigning(Microsoft365 microsoft365) {
        this(microsoft365.exchange());
    }

    ExchangeSigning(ExchangeOnline exchange) {
        this.exchange = exchange;
    }

    @Override
    public Outcome<List<Signing>> all(Call call) {
        return exchange.invoke(Cmdlet.of(READING).selecting(DOMAIN, ENABLED, STATUS, SELECTOR_1, SELECTOR_2), call)
                .map(output ->
                        output.objects().stream().map(ExchangeSigning::signing).toList());
    }

    /// Exchange learns of a verified domain up to an hour later. What it may just not have shown when it was asked is
    /// as good as created.
    @Override
    public Outcome<String> create(String id, Call call) {
        return exchange.invoke(Cmdlet.of("Get-AcceptedDomain").selecting(DOMAIN_NAME), call)
                .then(accepted -> isAmong(accepted, id)
                        ? created(id, call)
                        : new Outcome.NotYet<>(LOOK_AGAIN, "Exchange does not know the domain %s yet".formatted(id)));
    }

    private Outcome<String> created(String id, Call call) {
        var creating = Cmdlet.of("New-DkimSigningConfig").with(DOMAIN_NAME, id).with(ENABLED, false);
        var created = exchange.invoke(creating, call).map(_ -> id);
        return created instanceof Outcome.Failed
                ? exchange.find(Cmdlet.on(READING, new Identity(id)), call)
                        .then(found -> found.isPresent() ? Outcome.done(id) : created)
                : created;
    }

    @Override
    public Outcome<String> enable(String id, Call call) {
        var enabled = set(id, true, call);
        return enabled instanceof Outcome.Failed<String> failed
                        && failed.reason().contains(UNPUBLISHED)
                ? new Outcome.NotYet<>(LOOK_AGAIN, failed.reason())
                : enabled;
    }

    @Override
    public Outcome<String> disable(String id, Call call) {
        return set(id, false, call);
    }

    private Outcome<String> set(String id, boolean isEnabled, Call call) {
        return exchange.invoke(Cmdlet.on(SETTING, new Identity(id)).with(ENABLED, isEnabled), call)
                .map(_ -> id);
    }

    private static boolean isAmong(CmdletOutput accepted, String id) {
        return accepted.objects().stream()
                .anyMatch(domain -> domain.path(DOMAIN_NAME).asString("").equalsIgnoreCase(id));
    }

    private static Signing signing(ObjectNode config) {
        var id = config.path(DOMAIN).asString();
        var keys = Stream.of(key(config, id, "selector1", SELECTOR_1), key(config, id, "selector2", SELECTOR_2))
                .flatMap(Optional::stream)
                .toList();
        return new Signing(
                id,
                config.path(ENABLED).asBoolean(false),
                !config.path(STATUS).asString("").equals("CnameMissing"),
                keys);
    }

    /// A configuration may have no keys yet.
    private static Optional<RecordSet> key(ObjectNode config, String id, String selector, String property) {
        var owner = DomainName.parse(id).below(selector + "._domainkey");
        return config.path(property)
                .stringValueOpt()
                .filter(target -> !target.isBlank())
                .map(target -> new RecordSet(
                        new RecordKey(owner, "CNAME"),
                        DomainRecords.TTL,
                        List.of(DomainName.parse(target).text())));
    }
}
