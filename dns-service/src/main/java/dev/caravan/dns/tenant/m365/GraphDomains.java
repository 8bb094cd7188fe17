package dev.caravan.dns.tenant.m365;

import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.graph.Resource;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Domains as Microsoft Graph has them.
public final class GraphDomains implements TenantDomains {

    private static final String DOMAINS = "domains";
    private static final Listing ALL =
            Listing.of(OfTenant.DOMAINS, List.of("id", "isDefault", "isInitial", "isVerified"));

    private final Graph graph;

    public GraphDomains(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
    }

    @Override
    public Outcome<List<TenantDomain>> all(Call call) {
        return graph.all(ALL, call)
                .map(domains -> domains.stream().map(GraphDomains::domain).toList());
    }

    @Override
    public Outcome<String> makeDefault(String id, Call call) {
        var body = JsonNodeFactory.instance.objectNode().put("isDefault", true);
        return graph.send(GraphRequest.patch(Resource.at(DOMAINS, id), body), call)
                .map(_ -> id);
    }

    private static TenantDomain domain(ObjectNode object) {
        return new TenantDomain(
                object.path("id").asString(),
                object.path("isDefault").asBoolean(false),
                object.path("isInitial").asBoolean(false),
                object.path("isVerified").asBoolean(false));
    }
}
