package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.call.Calls;
import dev.caravan.m365.governor.Api;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.Failures;
import dev.caravan.m365.wire.Http;
import dev.caravan.m365.wire.Microsoft365Settings;
import dev.caravan.m365.wire.Tenant;
import java.util.List;
import java.util.Optional;

/// [ExchangeOnline] over `adminapi/beta/{tenant}/InvokeCommand`, which Microsoft's PowerShell module speaks and nobody
/// documents. It takes every cmdlet, also several at once.
public final class AdminApi implements ExchangeOnline {

    private final CmdletCalls calls;

    public AdminApi(Microsoft365Settings settings, Calls calls, Http http, Endpoints endpoints) {
        this(new CmdletCalls(calls, http, endpoints, settings.exchangeTimeout()));
    }

    AdminApi(CmdletCalls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
        return Tenant.of(call.connection()).then(tenant -> {
            var post = new CmdletCalls.Post(
                    commandPath(tenant) + CmdletInput.query(cmdlet),
                    AdminApiHeaders.ofCmdlet(tenant),
                    CmdletInput.body(cmdlet));
            var host = CmdletCalls.host(tenant);
            return calls.page(
                    cmdlet, post, cursor, answer -> CmdletAnswers.outcome(host, cmdlet, answer), tenant, call);
        });
    }

    @Override
    public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
        return Tenant.of(call.connection())
                .then(tenant -> calls.calls()
                        .inRounds(Api.EXCHANGE, cmdlets, Cmdlet::isRead, some -> round(some, tenant, call), call));
    }

    private Outcome<List<Outcome<CmdletOutput>>> round(List<Cmdlet> cmdlets, Tenant tenant, Call call) {
        var host = CmdletCalls.host(tenant);
        var url = "https://" + host + commandPath(tenant);
        var post = new CmdletCalls.Post(
                path(tenant) + "/$batch",
                AdminApiHeaders.ofBatch(tenant, cmdlets),
                CmdletBatch.request(cmdlets, url, AdminApiHeaders.ofCmdlet(tenant)));
        return calls.batch(
                cmdlets,
                post,
                answer -> answer.isSuccess()
                        ? CmdletBatch.outcomes(host, cmdlets, answer)
                        : Failures.of(host, answer, answer.text()),
                tenant,
                call);
    }

    private static String commandPath(Tenant tenant) {
        return path(tenant) + "/InvokeCommand";
    }

    private static String path(Tenant tenant) {
        return "/adminapi/beta/" + tenant.tenantId();
    }
}
