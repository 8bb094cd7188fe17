package dev.caravan.m365.token;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Credentials;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.m365.wire.Tenant;
import java.net.MalformedURLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Signs one application in to one tenant for one host. msal4j keeps the token and renews it five minutes before it
/// expires, by the machine's clock: a token's life is real.
final class SignIn {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Tenant tenant;
    private final String scope;
    private final Credentials credentials;
    private final LoginHttp http;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private @Nullable Registered registered;

    SignIn(Tenant tenant, String scope, Credentials credentials, LoginHttp http) {
        this.tenant = tenant;
        this.scope = scope;
        this.credentials = credentials;
        this.http = http;
    }

    /// The token, kept or new.
    ///
    /// @param rejected the one that must not be it, because it was not accepted
    Outcome<Secret> token(Optional<Secret> rejected, Call call) {
        oneAtATime.lock();
        try {
            return credentials
                    .resolve(tenant.credentialRef())
                    .then(this::application)
                    .then(client -> acquired(client, false, call)
                            .then(token -> rejected.filter(token::equals).isPresent()
                                    ? acquired(client, true, call)
                                    : Outcome.done(token)));
        } finally {
            oneAtATime.unlock();
        }
    }

    /// A rotated secret makes another application of it, which keeps no tokens of the former.
    private Outcome<ConfidentialClientApplication> application(Secret secret) {
        if (registered != null && registered.secret().equals(secret)) {
            return Outcome.done(registered.application());
        }
        return ClientCredential.of(secret).map(credential -> {
            var application = built(credential);
            registered = new Registered(secret, application);
            return application;
        });
    }

    private ConfidentialClientApplication built(IClientCredential credential) {
        try {
            return ConfidentialClientApplication.builder(tenant.applicationId(), credential)
                    .authority("https://%s/%s/".formatted(tenant.cloud().loginHost(), tenant.tenantId()))
                    .instanceDiscovery(false)
                    .disableInternalRetries()
                    .executorService(THREADS)
                    .httpClient(http)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome<Secret> acquired(ConfidentialClientApplication client, boolean skipCache, Call call) {
        http.sendThrough(call);
        var parameters = ClientCredentialParameters.builder(Set.of(scope))
                .skipCache(skipCache)
                .build();
        try {
            var result = client.acquireToken(parameters).join();
            return TokenClaims.checked(new Secret(result.accessToken()), tenant);
        } catch (CompletionException e) {
            return LoginFailures.of(tenant, e.getCause());
        }
    }

    /// The application as it signs in with one secret, and the tokens that it got so.
    private record Registered(Secret secret, ConfidentialClientApplication application) {}
}
