package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.call.Calls;
import dev.caravan.m365.call.Request;
import dev.caravan.m365.governor.Api;
import dev.caravan.m365.governor.Cost;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.Http;
import dev.caravan.m365.wire.Tenant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Posts cmdlets to Exchange Online, which is alike for both of its interfaces and counted as one.
record CmdletCalls(Calls calls, Http http, Endpoints endpoints, Duration timeout) {

    /// What is posted.
    ///
    /// @param path of the host, with its query
    record Post(String path, Map<String, String> headers, ObjectNode body) {}

    /// One cmdlet; a next page is asked for by posting the same to the link that the page before
    /// gave.
    Outcome<CmdletOutput> page(
            Cmdlet cmdlet,
            Post post,
            Optional<String> cursor,
            Function<Answer, Outcome<CmdletOutput>> meaning,
            Tenant tenant,
            Call call) {
        var host = host(tenant);
        var address = cursor.map(link -> endpoints.follow(host, link))
                .orElseGet(() -> Outcome.done(endpoints.at(host, post.path())));
        return address.then(there -> made(there, List.of(cmdlet), post, meaning, tenant, call));
    }

    /// Several cmdlets in one request.
    <T> Outcome<T> batch(
            List<Cmdlet> cmdlets, Post post, Function<Answer, Outcome<T>> meaning, Tenant tenant, Call call) {
        return made(endpoints.at(host(tenant), post.path()), cmdlets, post, meaning, tenant, call);
    }

    private <T> Outcome<T> made(
            URI address,
            List<Cmdlet> cmdlets,
            Post post,
            Function<Answer, Outcome<T>> meaning,
            Tenant tenant,
            Call call) {
        var host = host(tenant);
        var request = new Request<>(
                Api.EXCHANGE,
                host,
                cmdlets.stream().map(CmdletCalls::cost).toList(),
                cmdlets.stream().allMatch(Cmdlet::isRead),
                token -> sent(host, address, post, token),
                meaning);
        return calls.make(request, tenant, call);
    }

    private Outcome<Answer> sent(String host, URI address, Post post, Secret token) {
        var headers = new TreeMap<>(post.headers());
        headers.put("Authorization", "Bearer " + token.reveal());
        headers.put("Accept-Encoding", "gzip");
        var body = BodyPublishers.ofString(post.body().toString());
        var request = HttpRequest.newBuilder(address).timeout(timeout).POST(body);
        headers.forEach(request::setHeader);
        return http.send(host, request.build());
    }

    private static Cost cost(Cmdlet cmdlet) {
        return cmdlet.isRead() ? Cost.read(1) : Cost.write();
    }

    static String host(Tenant tenant) {
        return tenant.cloud().exchangeHost();
    }
}
