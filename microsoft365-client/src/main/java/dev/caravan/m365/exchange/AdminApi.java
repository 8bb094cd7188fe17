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

    private final Calls calls;
    private final Http http;
    private final Endpoints endpoints;
    private final Duration timeout;

    public AdminApi(Microsoft365Settings settings, Calls calls, Http http, Endpoints endpoints) {
        this.calls = calls;
        this.http = http;
        this.endpoints = endpoints;
        this.timeout = settings.exchangeTimeout();
    }

    @Override
    public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
        return Tenant.of(call.connection())
                .then(tenant -> address(tenant, cmdlet, cursor)
                        .then(address -> calls.make(request(tenant, cmdlet, address), tenant, call)));
    }

    @Override
    public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
        return Tenant.of(call.connection())
                .then(tenant -> calls.inRounds(
                        Api.EXCHANGE,
                        cmdlets,
                        Cmdlet::isRead,
                        some -> calls.make(request(tenant, some), tenant, call),
                        call));
    }

    private Request<CmdletOutput> request(Tenant tenant, Cmdlet cmdlet, URI address) {
        var host = host(tenant);
        var headers = AdminApiHeaders.ofCmdlet(tenant);
        return new Request<>(
                Api.EXCHANGE,
                host,
                List.of(cost(cmdlet)),
                cmdlet.isRead(),
                token -> post(host, address, headers, token, InvokeCommand.body(cmdlet)),
                answer -> CmdletAnswers.outcome(host, cmdlet, answer));
    }

    private Request<List<Outcome<CmdletOutput>>> request(Tenant tenant, List<Cmdlet> cmdlets) {
        var host = host(tenant);
        var address = endpoints.at(host, path(tenant) + "/$batch");
        var headers = AdminApiHeaders.ofBatch(tenant, cmdlets);
        var url = "https://" + host + commandPath(tenant);
        var body = CmdletBatch.request(cmdlets, url, AdminApiHeaders.ofCmdlet(tenant));
        return new Request<>(
                Api.EXCHANGE,
                host,
                cmdlets.stream().map(AdminApi::cost).toList(),
                cmdlets.stream().allMatch(Cmdlet::isRead),
                token -> post(host, address, headers, token, body),
                answer -> answer.isSuccess()
                        ? CmdletBatch.outcomes(host, cmdlets, answer)
                        : Failures.of(host, answer, answer.text()));
    }

    private static Cost cost(Cmdlet cmdlet) {
        return cmdlet.isRead() ? Cost.read(1) : Cost.write();
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
