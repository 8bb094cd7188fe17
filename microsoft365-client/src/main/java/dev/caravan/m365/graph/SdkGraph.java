package dev.caravan.m365.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.token.AuthorizedCalls;
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

    private static final String API = "graph";
    private static final String VERSION = "/v1.0";

    private final AuthorizedCalls calls;
    private final Endpoints endpoints;
    private final GraphSdk sdk;

    public SdkGraph(Microsoft365Settings settings, AuthorizedCalls calls, Endpoints endpoints) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.sdk = new GraphSdk(settings.graphTimeout());
    }

    @Override
    public Outcome<Page> page(Listing listing, Optional<String> cursor, Call call) {
        return Tenant.of(call.connection())
                .then(tenant -> address(tenant, cursor)
                        .then(next -> succeeded(tenant, call, client -> GraphRequests.page(client, listing, next)))
                        .then(answer -> pageIn(tenant, answer)));
    }

    @Override
    public Outcome<Optional<ObjectNode>> find(Resource resource, List<String> select, Call call) {
        if (select.isEmpty()) {
            throw new IllegalArgumentException("select: must name a property");
        }
        var found = object(call, _ -> GraphRequests.find(resource, select));
        return Failures.isFailure(found, Failures.NOT_FOUND) ? Outcome.done(Optional.empty()) : found;
    }

    @Override
    public Outcome<Optional<ObjectNode>> send(GraphRequest request, Call call) {
        return object(call, _ -> GraphRequests.of(request));
    }

    @Override
    public Outcome<List<Outcome<Answer>>> batch(List<GraphRequest> requests, Call call) {
        var batch = GraphBatch.request(requests);
        return Tenant.of(call.connection())
                .then(tenant -> succeeded(tenant, call, _ -> GraphRequests.of(batch))
                        .then(answer -> GraphBatch.outcomes(host(tenant), requests.size(), answer)));
    }

    private Outcome<Optional<ObjectNode>> object(Call call, Function<GraphServiceClient, RequestInformation> shape) {
        return Tenant.of(call.connection())
                .then(tenant -> succeeded(tenant, call, shape).map(Answer::json));
    }

    private Outcome<Answer> succeeded(
            Tenant tenant, Call call, Function<GraphServiceClient, RequestInformation> shape) {
        var host = host(tenant);
        var base = endpoints.base(host) + VERSION;
        return calls.make(
                API,
                host,
                tenant,
                call,
                token -> sdk.send(host, base, token, shape).then(answer -> GraphErrors.unlessSuccess(host, answer)));
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
