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
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.wire.Failures;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Mailboxes as Exchange Online has them. One that was made for another says so in its `CustomAttribute15`.
public final class ExchangeMailboxes implements TenantMailboxes {

    private static final String[] PROPERTIES = {"Guid", "DisplayName", "EmailAddresses"};
    /// What stands in a filter is part of its syntax.
    private static final Pattern GUID = Pattern.compile("[0-9A-Za-z-]+");

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
    public Outcome<Map<String, Mailbox>> of(Collection<String> ids, Call call) {
        return each(ids, id -> Cmdlet.on("Get-Mailbox", new Identity(id)).selecting(PROPERTIES), call);
    }

    @Override
    public Outcome<Map<String, Mailbox>> madeFor(Collection<String> guids, Call call) {
        return each(guids, ExchangeMailboxes::searching, call);
    }

    private static Cmdlet searching(String guid) {
        if (!GUID.matcher(guid).matches()) {
            throw new IllegalArgumentException("not a guid: " + guid);
        }
        return Cmdlet.of("Get-Mailbox")
                .with("Filter", "CustomAttribute15 -eq 'caravan:" + guid + "'")
                .selecting(PROPERTIES);
    }

    /// @return [Outcome.Failed] for good, with code `ambiguous`, when one means several
    private Outcome<Map<String, Mailbox>> each(Collection<String> ids, Function<String, Cmdlet> asking, Call call) {
        var keys = List.copyOf(ids);
        return exchange.each(keys.stream().map(asking).toList(), call).then(outcomes -> {
            var found = new LinkedHashMap<String, Mailbox>();
            for (var number = 0; number < keys.size(); number++) {
                var outcome = outcomes.get(number);
                if (outcome instanceof Outcome.Done<CmdletOutput>(var output)) {
                    if (output.objects().size() > 1) {
                        return Outcome.failedForGood(
                                "ambiguous",
                                "%d mailboxes are that of %s"
                                        .formatted(output.objects().size(), keys.get(number)));
                    }
                    for (var object : output.objects()) {
                        found.put(keys.get(number), mailbox(object));
                    }
                } else if (!Failures.isFailure(outcome, Failures.NOT_FOUND)) {
                    return outcome.map(_ -> Map.of());
                }
            }
            return Outcome.done(found);
        });
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
