package dev.caravan.m365;

import dev.caravan.kit.credentials.Credentials;
import dev.caravan.m365.call.Calls;
import dev.caravan.m365.call.GovernorSettings;
import dev.caravan.m365.exchange.AdminApi;
import dev.caravan.m365.exchange.DocumentedFirst;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.HeedingWarnings;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.SdkGraph;
import dev.caravan.m365.token.Tokens;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.Http;
import dev.caravan.m365.wire.Microsoft365Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.random.RandomGenerator;

/// Microsoft 365, for all tenants that there are connections to. A connection says which: its tenant and application
/// id, the credential of that application, and these settings:
///
/// | setting | values |
/// |---|---|
/// | `cloud` | `global`, which is the default, `usgov`, `dod` or `china` |
/// | `priority` | `high`: goes before tenants of the same application always, not only while its mail is at risk |
///
/// Its allowed hosts are those of the cloud: login, Graph and Exchange Online.
public final class Microsoft365 {

    private final Graph graph;
    private final ExchangeOnline exchange;

    /// @param credentials where the applications' secrets are: client secrets, or certificates with their keys in PEM
    /// @param random spreads the pauses of those whom the same host has failed
    public Microsoft365(
            Microsoft365Settings settings,
            GovernorSettings governor,
            Credentials credentials,
            RandomGenerator random,
            MeterRegistry meters) {
        var http = new Http();
        var endpoints = new Endpoints(settings);
        var calls = new Calls(governor, new Tokens(settings, credentials, http, endpoints), random, meters);
        this.graph = new SdkGraph(settings, calls, endpoints);
        this.exchange = new HeedingWarnings(
                switch (settings.exchangeRouting()) {
                    case INVOKE_COMMAND -> new AdminApi(settings, calls, http, endpoints);
                    case DOCUMENTED_FIRST -> new DocumentedFirst(settings, calls, http, endpoints);
                },
                meters);
    }

    /// What Entra ID knows: users, groups, domains, applications and licences.
    public Graph graph() {
        return graph;
    }

    /// What Exchange Online knows: recipients and their addresses, permissions, mail flow.
    public ExchangeOnline exchange() {
        return exchange;
    }
}
