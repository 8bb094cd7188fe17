package dev.caravan.m365.token;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Credentials;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.Http;
import dev.caravan.m365.wire.Microsoft365Settings;
import dev.caravan.m365.wire.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Tokens, kept until shortly before they expire. Whoever needs the same token while one is being asked for waits for
/// it. Where there is none, the reason is a sentence that says what to do, with one of these codes:
///
/// | code | transient | Microsoft's number |
/// |---|---|---|
/// | `application-not-found` | no | 700016 |
/// | `tenant-not-found` | no | 90002 |
/// | `wrong-secret` | no | 7000215 |
/// | `expired-secret` | no | 7000222 |
/// | `wrong-certificate` | yes, it may not have reached all servers yet | 700027 |
/// | `no-consent` | no | 65001 |
/// | `blocked-by-conditional-access` | no | 53003 |
/// | `wrong-password`, `user-not-found` | no | 50126, 50034 |
/// | `no-token` | no | any other |
/// | `wrong-tenant` | no | the token is for another tenant, or does not say for which |
/// | `bad-credential` | no | nobody was asked: the secret is neither text nor readable PEM |
/// | `throttled`, `unavailable`, `server-error`, `no-answer`, `unreadable-answer` | yes | the login host is not well |
public final class Tokens {

    private final Microsoft365Settings settings;
    private final Credentials credentials;
    private final Http http;
    private final Endpoints endpoints;
    private final Map<Audience, SignIn> signIns = new ConcurrentHashMap<>();

    /// @param credentials an application's secret is either a client secret or, in PEM, a certificate and its private
    ///     key (PKCS#8)
    public Tokens(Microsoft365Settings settings, Credentials credentials, Http http, Endpoints endpoints) {
        this.settings = settings;
        this.credentials = credentials;
        this.http = http;
        this.endpoints = endpoints;
    }

    /// A token for that host.
    ///
    /// @return [Outcome.Failed] for good, with code `wrong-tenant`, when the token is for another tenant
    public Outcome<Secret> token(Tenant tenant, String host, Call call) {
        return signIn(tenant, host).token(Optional.empty(), call);
    }

    /// Another token than the one that the host did not accept.
    public Outcome<Secret> renewed(Tenant tenant, String host, Secret rejected, Call call) {
        return signIn(tenant, host).token(Optional.of(rejected), call);
    }

    private SignIn signIn(Tenant tenant, String host) {
        return signIns.computeIfAbsent(new Audience(tenant, host), audience -> {
            var loginHttp = new LoginHttp(tenant.cloud().loginHost(), http, endpoints, settings.loginTimeout());
            return new SignIn(audience.tenant(), audience.scope(), credentials, loginHttp);
        });
    }

    /// Whom a token is for.
    private record Audience(Tenant tenant, String host) {

        /// All permissions that people have consented to.
        String scope() {
            return "https://" + host + "/.default";
        }
    }
}
