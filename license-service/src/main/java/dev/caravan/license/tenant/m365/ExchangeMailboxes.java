package dev.caravan.license.tenant.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.item.Mailbox;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Identity;
import dev.caravan.m365.exchange.Lookup;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.wire.Failures;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Mailboxes as Exchange Online has them. One that was made for another says so in its `CustomAttribute15`.
public final class ExchangeMailboxes implements TenantMailboxes {

    private static final String GUID = "Guid";
    private static final String MARKED = "CustomAttribute15";
    private static final String MARK = "caravan:";
    private static final String[] PROPERTIES = {GUID, "DisplayName", "EmailAddresses", MARKED};

    private static final String SIZE = "TotalItemSize";
    /// Exchange writes sizes as text, with the separators of some language: `99 GB (106,300,440,576 bytes)`.
    private static final Pattern WRITTEN_SIZE = Pattern.compile(".*\\(([0-9][0-9,.\\s\\u00a0\\u202f]{0,30}) bytes\\)");

    private final Graph graph;
    private final ExchangeOnline exchange;

    public ExchangeMailboxes(Microsoft365 microsoft365) {
        this(microsoft365.graph(), microsoft365.exchange());
    }

    ExchangeMailboxes(Graph graph, ExchangeOnline exchange) {
        this.graph = graph;
        this.exchange = exchange;
    }

    @Override
    public Outcome<String> initialDomain(Call call) {
        return graph.all(Listing.of(OfTenant.DOMAINS, List.of("id", "isInitial")), call)
                .then(all -> all.stream()
                        .filter(domain -> domain.path("isInitial").asBoolean(false))
                        .map(domain -> domain.path("id").asString())
                        .findFirst()
                        .<Outcome<String>>map(Outcome::done)
                        .orElseGet(() ->
                                Outcome.failedForGood("no-initial-domain", "the tenant shows no initial domain")));
    }

    @Override
    public Outcome<Map<String, Mailbox>> of(Collection<String> guids, Call call) {
        return lookup(GUID).of(guids, exchange, call).map(found -> mailboxes(found, guid -> guid));
    }

    @Override
    public Outcome<Map<String, Mailbox>> madeFor(Collection<String> guids, Call call) {
        var marks = guids.stream().map(guid -> MARK + guid).toList();
        return lookup(MARKED)
                .of(marks, exchange, call)
                .map(found -> mailboxes(found, mark -> mark.substring(MARK.length())));
    }

    private static Lookup lookup(String property) {
        return new Lookup(property, Cmdlet.of("Get-Mailbox").selecting(PROPERTIES));
    }

    @Override
    public Outcome<Map<String, Mailbox>> at(Collection<String> addresses, Call call) {
        return each(
                addresses,
                address -> Cmdlet.on("Get-Mailbox", new Identity(address)).selecting(PROPERTIES),
                object -> Optional.of(mailbox(object)),
                call);
    }

    @Override
    public Outcome<Map<String, Long>> sizes(Collection<String> ids, Call call) {
        return each(
                ids,
                id -> Cmdlet.on("Get-MailboxStatistics", new Identity(id)).selecting(SIZE),
                object -> bytes(object.path(SIZE).asString("")),
                call);
    }

    /// What each identity means; one that means nothing is missing.
    private <T> Outcome<Map<String, T>> each(
            Collection<String> ids,
            Function<String, Cmdlet> asking,
            Function<ObjectNode, Optional<T>> reading,
            Call call) {
        var keys = List.copyOf(ids);
        return exchange.each(keys.stream().map(asking).toList(), call).then(outcomes -> {
            var found = new LinkedHashMap<String, T>();
            for (var number = 0; number < keys.size(); number++) {
                var key = keys.get(number);
                var outcome = outcomes.get(number);
                if (outcome instanceof Outcome.Done<CmdletOutput>(var output)) {
                    output.objects().stream()
                            .flatMap(object -> reading.apply(object).stream())
                            .forEach(value -> found.put(key, value));
                } else if (!Failures.isFailure(outcome, Failures.NOT_FOUND)) {
                    return outcome.map(_ -> Map.of());
                }
            }
            return Outcome.done(found);
        });
    }

    private static Optional<Long> bytes(String written) {
        var size = WRITTEN_SIZE.matcher(written);
        return size.matches() ? Optional.of(Long.parseLong(size.group(1).replaceAll("[^0-9]", ""))) : Optional.empty();
    }

    private static Map<String, Mailbox> mailboxes(Map<String, ObjectNode> found, UnaryOperator<String> key) {
        var mailboxes = new LinkedHashMap<String, Mailbox>();
        found.forEach((value, object) -> mailboxes.put(key.apply(value), mailbox(object)));
        return mailboxes;
    }

    private static Mailbox mailbox(ObjectNode object) {
        return new Mailbox(
                object.path("Guid").asString(""),
                object.path("DisplayName").asString(""),
                object.path("EmailAddresses")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }
}
