package dev.caravan.dns.tenant.m365;

import dev.caravan.dns.domain.DomainHolder;
import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfDomain;
import dev.caravan.m365.graph.Listing.OfDomain.Part;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Failures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Domains as Microsoft Graph has them.
public final class GraphDomains implements TenantDomains {

    private static final String DOMAINS = "domains";
    private static final String SERVICES = "supportedServices";
    private static final Listing ALL =
            Listing.of(OfTenant.DOMAINS, List.of("id", "isDefault", "isInitial", "isVerified", SERVICES, "state"));
    /// Code and property, which are all that tells this refusal from others.
    private static final String THERE_ALREADY = "(ObjectConflict id)";
    /// Words that Microsoft may change; then it is seen when the tenant shows it.
    private static final String VERIFIED_ALREADY = "Domain is already verified";
    /// The tenant looks into DNS again only when it is asked, and its own resolver caches.
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(2);

    private final Graph graph;

    public GraphDomains(Microsoft365 microsoft365) {
        this(microsoft365.graph());
    }

    GraphDomains(Graph graph) {
        this.graph = graph;
    }

    @Override
    public Outcome<List<TenantDomain>> all(Call call) {
        return graph.all(ALL, call)
                .map(domains -> domains.stream().map(GraphDomains::domain).toList());
    }

    @Override
    public Outcome<Optional<DomainHolder>> holder(String id, Call call) {
        var finding = "findTenantInformationByDomainName(domainName='%s')".formatted(id);
        var found = graph.send(GraphRequest.get(Resource.at("tenantRelationships", finding)), call);
        return Failures.isFailure(found, Failures.NOT_FOUND)
                ? Outcome.done(Optional.empty())
                : found.map(answer -> answer.map(GraphDomains::holder));
    }

    @Override
    public Outcome<String> makeDefault(String id, Call call) {
        var body = JsonNodeFactory.instance.objectNode().put("isDefault", true);
        return graph.send(GraphRequest.patch(Resource.at(DOMAINS, id), body), call)
                .map(_ -> id);
    }

    /// One that the tenant has is as good as added: it may not have shown it when it was asked.
    @Override
    public Outcome<String> add(String id, Call call) {
        var body = JsonNodeFactory.instance.objectNode().put("id", id);
        var added = graph.send(GraphRequest.post(Resource.at(DOMAINS), body), call);
        return added instanceof Outcome.Failed<Optional<ObjectNode>> failed
                        && failed.reason().contains(THERE_ALREADY)
                ? Outcome.done(id)
                : added.map(_ -> id);
    }

    /// Microsoft says no other than 400, whether it sees no record or another tenant holds the domain; also of a domain
    /// that is verified already, which the tenant may not have shown when it was asked.
    @Override
    public Outcome<String> verify(String id, Call call) {
        var verified = graph.send(GraphRequest.post(Resource.at(DOMAINS, id, "verify")), call);
        if (verified instanceof Outcome.Failed<Optional<ObjectNode>> failed
                && failed.code().equals("bad-request")) {
            return failed.reason().contains(VERIFIED_ALREADY)
                    ? Outcome.done(id)
                    : new Outcome.NotYet<>(LOOK_AGAIN, failed.reason());
        }
        return verified.then(answer -> isOwn(answer)
                ? Outcome.done(id)
                : new Outcome.NotYet<>(LOOK_AGAIN, "the tenant takes %s over, and does not own it yet".formatted(id)));
    }

    /// People of the domain may have made themselves a tenant, from which it is taken first.
    private static boolean isOwn(Optional<ObjectNode> answer) {
        return answer.map(domain -> domain.path("isVerified").asBoolean(true)).orElse(true);
    }

    @Override
    public Outcome<String> select(String id, List<String> services, Call call) {
        var body = JsonNodeFactory.instance.objectNode();
        var chosen = body.putArray(SERVICES);
        services.forEach(chosen::add);
        return graph.send(GraphRequest.patch(Resource.at(DOMAINS, id), body), call)
                .map(_ -> id);
    }

    /// One that the tenant does not have is as good as removed: it may have shown it still when it was asked.
    @Override
    public Outcome<String> remove(String id, Call call) {
        var removed = graph.send(GraphRequest.delete(Resource.at(DOMAINS, id)), call);
        return Failures.isFailure(removed, Failures.NOT_FOUND) ? Outcome.done(id) : removed.map(_ -> id);
    }

    @Override
    public Outcome<String> ownershipText(String id, Call call) {
        return graph.all(records(id, Part.VERIFICATION_RECORDS), call)
                .then(records -> records.stream()
                        .flatMap(record -> DomainRecords.text(record).stream())
                        .findFirst()
                        .<Outcome<String>>map(Outcome::done)
                        .orElseGet(() -> Outcome.failedForNow(
                                "no-ownership-record", "the tenant names no TXT record for " + id)));
    }

    @Override
    public Outcome<List<RecordSet>> serviceRecords(String id, Call call) {
        return graph.all(records(id, Part.SERVICE_RECORDS), call).map(DomainRecords::recordSets);
    }

    private static Listing records(String id, Part part) {
        return Listing.ofRecords(new OfDomain(id, part));
    }

    private static TenantDomain domain(ObjectNode object) {
        return new TenantDomain(
                object.path("id").asString(),
                object.path("isDefault").asBoolean(false),
                object.path("isInitial").asBoolean(false),
                object.path("isVerified").asBoolean(false),
                isBeingRemoved(object.path("state")),
                object.path(SERVICES).valueStream().map(JsonNode::asString).toList());
    }

    /// A removal that has failed is none: it can be asked for again.
    private static boolean isBeingRemoved(JsonNode state) {
        return state.path("operation").asString("").equals("ForceDelete")
                && !state.path("status").asString("").equals("Failed");
    }

    private static DomainHolder holder(ObjectNode tenant) {
        return new DomainHolder(
                tenant.path("tenantId").asString(), tenant.path("displayName").asString(""));
    }
}
