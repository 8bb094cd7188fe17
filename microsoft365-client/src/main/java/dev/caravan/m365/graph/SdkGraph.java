package dev.caravan.m365.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.call.Calls;
import dev.caravan.m365.call.Request;
import dev.caravan.m365.governor.Api;
import dev.caravan.m365.governor.Cost;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.Failures;
import dev.caravan.m365.wire.Microsoft365Settings;
import dev.caravan.m365.wire.Tenant;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// [Graph] through Microsoft's SDK.
public final class SdkGraph implements Graph {

    private static final String VERSION = "/v1.0";

    private final Calls calls;
    private final Endpoints endpoints;
    private final GraphSdk sdk;

    public SdkGraph(Microsoft365Settings settings, Calls calls, Endpoints endpoints) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.sdk = new GraphSdk(settings.graphTimeout());
    }

    @Override
    public Outcome<Page> page(Listing listing, Optional<String> cursor, Call call) {
        return Tenant.of(call.connection())
                .then(tenant -> address(tenant, cursor)
                        .then(next -> read(
                                tenant,
                                GraphCosts.of(listing),
                                client -> GraphRequests.page(client, listing, next),
                                call))
                        .then(answer -> pageIn(tenant, answer)));
    }

    @Override
    public Outcome<Optional<ObjectNode>> find(Resource resource, List<String> select, Call call) {
        if (select.isEmpty()) {
            throw new IllegalArgumentException("select: must name a property");
        }
        var found = Tenant.of(call.connection())
                .then(tenant -> read(tenant, Cost.read(1), _ -> GraphRequests.find(resource, select), call))
                .map(Answer::json);
        return Failures.isFailure(found, Failures.NOT_FOUND) ? Outcome.done(Optional.empty()) : found;
    }

    @Override
    public Outcome<Optional<ObjectNode>> send(GraphRequest request, Call call) {
        var costs = List.of(GraphCosts.of(request));
        return Tenant.of(call.connection())
                .then(tenant -> answered(tenant, costs, request.isRead(), _ -> GraphRequests.of(request), call))
                .map(Answer::json);
    }

    @Override
    public Outcome<List<Outcome<Answer>>> batch(List<GraphRequest> requests, Call call) {
        return Tenant.of(call.connection())
                .then(tenant -> calls.inRounds(
                        Api.GRAPH, requests, GraphRequest::isRead, some -> batch(tenant, some, call), call));
    }

    private Outcome<List<Outcome<Answer>>> batch(Tenant tenant, List<GraphRequest> requests, Call call) {
        var batch = GraphBatch.request(requests);
        var costs = requests.stream().map(GraphCosts::of).toList();
        var isRead = requests.stream().allMatch(GraphRequest::isRead);
        return answered(tenant, costs, isRead, _ -> GraphRequests.of(batch), call)
                .then(answer -> GraphBatch.outcomes(host(tenant), requests.size(), answer));
    }

    private Outcome<Answer> read(
            Tenant tenant, Cost cost, Function<GraphServiceClient, RequestInformation> shape, Call call) {
        return answered(tenant, List.of(cost), true, shape, call);
    }

    private Outcome<Answer> answered(
            Tenant tenant,
            List<Cost> costs,
            boolean isRead,
            Function<GraphServiceClient, RequestInformation> shape,
            Call call) {
        var host = host(tenant);
        var base = endpoints.base(host) + VERSION;
        var request = new Request<>(
                Api.GRAPH,
                host,
                costs,
                isRead,
                token -> sdk.send(host, base, token, shape),
                answer -> GraphErrors.unlessSuccess(host, answer));
        return calls.make(request, tenant, call);
    }

    private Outcome<Optional<URI>> address(Tenant tenant, Optional<String> cursor) {
        return cursor.map(link -> endpoints.follow(host(tenant), link).map(Optional::of))
                .orElseGet(() -> Outcome.done(Optional.empty()));
    }

    private static Outcome<Page> pageIn(Tenant tenant, Answer answer) {
        return answer.json()
                .filter(json -> json.path("value").isArray())
                .map(json -> Outcome.done(new Page(
                        json.path("value")
                                .valueStream()
                                .filter(ObjectNode.class::isInstance)
                                .map(ObjectNode.class::cast)
                                .toList(),
                        json.path("@odata.nextLink").stringValueOpt())))
                .orElseGet(() -> Failures.unreadable(host(tenant), answer));
    }

    private static String host(Tenant tenant) {
        return tenant.cloud().graphHost();
    }
}
