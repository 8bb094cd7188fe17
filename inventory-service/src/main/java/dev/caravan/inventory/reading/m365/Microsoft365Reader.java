package dev.caravan.inventory.reading.m365;

import static dev.caravan.inventory.reading.m365.Native.text;

import dev.caravan.inventory.reading.TenantReader;
import dev.caravan.inventory.tenant.CapturedObject;
import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.inventory.tenant.DomainName;
import dev.caravan.inventory.tenant.Mastery;
import dev.caravan.inventory.tenant.Protocols;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A tenant of Microsoft 365.
public final class Microsoft365Reader implements TenantReader {

    /// Mailboxes or groups whose details are read in one part.
    private static final int DETAILS_MAX = 20;

    private static final String SYNCHRONIZED = "onPremisesSyncEnabled";
    private static final String AUTHENTICATION = "authenticationType";
    private static final Listing ORGANIZATION = Listing.of(Listing.OfTenant.ORGANIZATION, List.of("id", SYNCHRONIZED));
    private static final Listing DOMAINS = Listing.of(Listing.OfTenant.DOMAINS, List.of("id", AUTHENTICATION));

    private static final String[] NAMES = {"Guid", "Identity", "ExternalDirectoryObjectId"};

    private final Graph graph;
    private final ExchangeOnline exchange;
    private final MailboxDetails details;
    private final Memberships memberships;

    public Microsoft365Reader(Microsoft365 microsoft365) {
        this(microsoft365.graph(), microsoft365.exchange());
    }

    Microsoft365Reader(Graph graph, ExchangeOnline exchange) {
        var cmdlets = new Cmdlets(exchange);
        this.graph = graph;
        this.exchange = exchange;
        this.details = new MailboxDetails(cmdlets);
        this.memberships = new Memberships(cmdlets, new Listings(graph));
    }

    @Override
    public Outcome<Part> read(Optional<Bookmark> from, Call call) {
        var position = from.map(Position::of).orElseGet(() -> Position.of(Stage.ALL.getFirst()));
        return switch (position.stage()) {
            case Stage.OfGraph collection -> directory(collection, position, call);
            case Stage.OfExchange listing -> listed(listing, position, call);
            case Stage.OfEachMailbox _ -> each("Get-Mailbox", position, details::of, call);
            case Stage.OfEachGroup _ -> each("Get-DistributionGroup", position, memberships::of, call);
            case Stage.OfEachUnifiedGroup _ -> each("Get-UnifiedGroup", position, memberships::ofUnified, call);
        };
    }

    @Override
    public Outcome<List<Dependency>> referringTo(DomainName domain, Call call) {
        return new References(new Listings(graph), exchange).to(domain, call);
    }

    @Override
    public Outcome<List<Dependency>> addressedIn(DomainName domain, Call call) {
        return new References(new Listings(graph), exchange).addressed(domain, call);
    }

    @Override
    public Outcome<Mastery> mastery(Call call) {
        return graph.all(DOMAINS, call)
                .then(domains -> graph.all(ORGANIZATION, call)
                        .map(organizations -> new Mastery(
                                domains.stream().map(Microsoft365Reader::domain).toList(),
                                organizations.stream()
                                        .anyMatch(organization ->
                                                organization.path(SYNCHRONIZED).asBoolean(false)))));
    }

    private static Mastery.Domain domain(ObjectNode domain) {
        return new Mastery.Domain(
                DomainName.parse(text(domain, "id")),
                text(domain, AUTHENTICATION).equals("Managed"));
    }

    @Override
    public Outcome<Protocols> protocols(Call call) {
        var cmdlet = Cmdlet.of("Get-OrganizationConfig").with("RetrieveEwsOperationAccessPolicy", true);
        return exchange.find(cmdlet, call)
                .map(found -> found.map(Microsoft365Reader::protocols)
                        .orElseGet(() -> new Protocols(Optional.empty(), List.of())));
    }

    private Outcome<Part> directory(Stage.OfGraph stage, Position position, Call call) {
        return graph.page(stage.listing(), position.cursor(), call).map(page -> {
            var objects = page.objects().stream()
                    .map(object -> Native.of(stage.kind(), text(object, "id"), object))
                    .toList();
            return part(objects, position.afterPage(page.cursor()));
        });
    }

    private Outcome<Part> listed(Stage.OfExchange stage, Position position, Call call) {
        return exchange.page(stage.cmdlet(), position.cursor(), call).map(page -> {
            var objects = page.objects().stream()
                    .map(object -> Native.of(stage.kind(), id(object), object))
                    .toList();
            return part(Native.distinct(objects), position.afterPage(page.cursor()));
        });
    }

    /// Who may send as whom has no id of its own.
    private static String id(ObjectNode object) {
        return object.has("Trustee") ? text(object, "Identity") + "|" + text(object, "Trustee") : Native.id(object);
    }

    private Outcome<Part> each(
            String cmdlet,
            Position position,
            BiFunction<List<ObjectNode>, Call, Outcome<List<CapturedObject>>> reading,
            Call call) {
        return exchange.page(Cmdlet.of(cmdlet).selecting(NAMES), position.cursor(), call)
                .then(page -> slice(page, position, reading, call));
    }

    private static Outcome<Part> slice(
            CmdletOutput page,
            Position position,
            BiFunction<List<ObjectNode>, Call, Outcome<List<CapturedObject>>> reading,
            Call call) {
        var from = Math.min(position.offset(), page.objects().size());
        var to = Math.min(page.objects().size(), from + DETAILS_MAX);
        var next = to < page.objects().size()
                ? Optional.of(position.further(to - from))
                : position.afterPage(page.cursor());
        return reading.apply(page.objects().subList(from, to), call).map(objects -> part(objects, next));
    }

    private static Part part(List<CapturedObject> objects, Optional<Position> next) {
        return new Part(objects, next.map(Position::bookmark));
    }

    private static Protocols protocols(ObjectNode config) {
        var enabled = config.path("EwsEnabled");
        return new Protocols(
                enabled.isBoolean() ? Optional.of(enabled.asBoolean()) : Optional.empty(),
                applications(config.path("EwsAllowedAppIDs")));
    }

    /// Exchange shows them as a list, or as a text with commas between.
    private static List<String> applications(JsonNode allowed) {
        return allowed.isArray()
                ? allowed.valueStream().map(id -> id.asString("")).toList()
                : Arrays.stream(allowed.asString("").split(",", -1))
                        .filter(id -> !id.isBlank())
                        .toList();
    }
}
