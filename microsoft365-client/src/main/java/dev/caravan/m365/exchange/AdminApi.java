package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.token.AuthorizedCalls;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.Failures;
import dev.caravan.m365.wire.Http;
import dev.caravan.m365.wire.Microsoft365Settings;
import dev.caravan.m365.wire.Tenant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// [ExchangeOnline] over `adminapi/beta/{tenant}/InvokeCommand`, which Microsoft's PowerShell module speaks and nobody
/// documents. A next page is asked for by sending the same cmdlet to the link that the page before gave.
public final class AdminApi implements ExchangeOnline {

    private static final String API = "exchange";

    private final AuthorizedCalls calls;
    private final Http http;
    private final Endpoints endpoints;
    private final Duration timeout;

    public AdminApi(Microsoft365Settings settings, AuthorizedCalls calls, Http http, Endpoints endpoints) {
        this.calls = calls;
        this.http = http;
        this.endpoints = endpoints;
        this.timeout = settings.exchangeTimeout();
    }

    @Override
    public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
        return Tenant.of(call.connection())
                .then(tenant -> address(tenant, cmdlet, cursor)
                        .then(address -> calls.make(
                                API, host(tenant), tenant, call, token -> run(tenant, cmdlet, address, token))));
    }

    @Override
    public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
        return Tenant.of(call.connection()).then(tenant -> {
            var url = "https://" + host(tenant) + commandPath(tenant);
            var body = CmdletBatch.request(cmdlets, url, AdminApiHeaders.ofCmdlet(tenant));
            return calls.make(API, host(tenant), tenant, call, token -> run(tenant, cmdlets, body, token));
        });
    }

    private Outcome<CmdletOutput> run(Tenant tenant, Cmdlet cmdlet, URI address, Secret token) {
        var host = host(tenant);
        return post(host, address, AdminApiHeaders.ofCmdlet(tenant), token, InvokeCommand.body(cmdlet))
                .then(answer -> CmdletAnswers.outcome(host, cmdlet, answer));
    }

    private Outcome<List<Outcome<CmdletOutput>>> run(
            Tenant tenant, List<Cmdlet> cmdlets, ObjectNode body, Secret token) {
        var host = host(tenant);
        var address = endpoints.at(host, path(tenant) + "/$batch");
        return post(host, address, AdminApiHeaders.ofBatch(tenant, cmdlets), token, body)
                .then(answer -> answer.isSuccess()
                        ? CmdletBatch.outcomes(host, cmdlets, answer)
                        : Failures.of(host, answer, answer.text()));
    }

    private Outcome<Answer> post(String host, URI address, Map<String, String> headers, Secret token, ObjectNode body) {
        var all = new TreeMap<>(headers);
        all.put("Authorization", "Bearer " + token.reveal());
        all.put("Accept-Encoding", "gzip");
        var request = HttpRequest.newBuilder(address).timeout(timeout).POST(BodyPublishers.ofString(body.toString()));
        all.forEach(request::setHeader);
        return http.send(host, request.build());
    }

    private Outcome<URI> address(Tenant tenant, Cmdlet cmdlet, Optional<String> cursor) {
        return cursor.map(link -> endpoints.follow(host(tenant), link)).orElseGet(() -> {
            var path = commandPath(tenant) + InvokeCommand.query(cmdlet);
            return Outcome.done(endpoints.at(host(tenant), path));
        });
    }

    private static String commandPath(Tenant tenant) {
        return path(tenant) + "/InvokeCommand";
    }

    private static String path(Tenant tenant) {
        return "/adminapi/beta/" + tenant.tenantId();
    }

    private static String host(Tenant tenant) {
        return tenant.cloud().exchangeHost();
    }
}
