package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.call.Calls;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.Http;
import dev.caravan.m365.wire.Microsoft365Settings;
import dev.caravan.m365.wire.Tenant;
import java.util.List;
import java.util.Optional;

/// [ExchangeOnline] over the documented endpoints of `adminapi/v2.0` where one of them suffices,
/// and over [AdminApi] for everything else. The endpoints take one cmdlet at a time, so several
/// go by the other.
public final class DocumentedFirst implements ExchangeOnline {

    private static final String VERSION = "/adminapi/v2.0/";

    private final CmdletCalls calls;
    private final AdminApi otherwise;

    public DocumentedFirst(Microsoft365Settings settings, Calls calls, Http http, Endpoints endpoints) {
        this.calls = new CmdletCalls(calls, http, endpoints, settings.exchangeTimeout());
        this.otherwise = new AdminApi(this.calls);
    }

    @Override
    public Outcome<CmdletOutput> page(Cmdlet cmdlet, Optional<String> cursor, Call call) {
        return DocumentedEndpoint.covering(cmdlet)
                .filter(_ -> cursor.isEmpty() || cursor.get().contains(VERSION))
                .map(endpoint -> page(endpoint, cmdlet, cursor, call))
                .orElseGet(() -> otherwise.page(cmdlet, cursor, call));
    }

    @Override
    public Outcome<List<Outcome<CmdletOutput>>> batch(List<Cmdlet> cmdlets, Call call) {
        return otherwise.batch(cmdlets, call);
    }

    private Outcome<CmdletOutput> page(DocumentedEndpoint endpoint, Cmdlet cmdlet, Optional<String> cursor, Call call) {
        return Tenant.of(call.connection()).then(tenant -> {
            var post = new CmdletCalls.Post(
                    VERSION + tenant.tenantId() + "/" + endpoint + CmdletInput.query(cmdlet),
                    AdminApiHeaders.ofDocumented(tenant),
                    CmdletInput.unconfirmed(cmdlet));
            return calls.page(cmdlet, post, cursor, answer -> meaning(endpoint, cmdlet, tenant, answer), tenant, call);
        });
    }

    private static Outcome<CmdletOutput> meaning(
            DocumentedEndpoint endpoint, Cmdlet cmdlet, Tenant tenant, Answer answer) {
        var host = CmdletCalls.host(tenant);
        return DocumentedErrors.of(host, endpoint, cmdlet, answer)
                .<Outcome<CmdletOutput>>map(error -> Outcome.failedForGood(error.code(), error.reason()))
                .orElseGet(() -> CmdletAnswers.outcome(host, cmdlet, answer));
    }
}
