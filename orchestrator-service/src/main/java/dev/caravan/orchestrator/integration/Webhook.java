package dev.caravan.orchestrator.integration;

import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Credentials;
import dev.caravan.kit.credentials.Secret;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/// Posts events to the receiver, one at a time.
final class Webhook {

    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
    private static final int SERVER_ERROR = 500;
    private static final int CALLS_LOOKED_AT = 10;
    private static final int CALLS_MIN = 5;
    private static final Duration OPEN = Duration.ofSeconds(20);

    private final URI receiver;
    private final ReachableHost reachable;
    private final Credentials credentials;
    private final CredentialRef credentialRef;
    private final Duration timeout;
    private final InstantSource clock;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "webhook",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(CALLS_LOOKED_AT)
                    .minimumNumberOfCalls(CALLS_MIN)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .waitDurationInOpenState(OPEN)
                    .recordExceptions(NotDelivered.class)
                    .build());
    private final HttpClient http;

    /// @param clock the real time, whatever time the runs have
    Webhook(WebhookSettings settings, Credentials credentials, InstantSource clock) {
        this.receiver = settings.url().orElseThrow();
        this.reachable = new ReachableHost(Set.copyOf(settings.allowedHosts()));
        this.credentials = credentials;
        this.credentialRef = new CredentialRef(settings.credentialRef().orElseThrow());
        this.timeout = settings.timeout();
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// Returns when the receiver has taken the event. Throws [NotDelivered] or [NotAccepted].
    void post(String eventId, byte[] event) {
        try {
            breaker.executeRunnable(() -> send(eventId, event));
        } catch (CallNotPermittedException resting) {
            throw new NotDelivered("the receiver rests after many failures", resting);
        }
    }

    private void send(String eventId, byte[] event) {
        reachable.require(receiver);
        try {
            var status = http.send(request(eventId, event), BodyHandlers.discarding())
                    .statusCode();
            requireTaken(status);
        } catch (IOException unreachable) {
            throw new NotDelivered("no answer from the receiver", unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("stopped while posting", stopping);
        }
    }

    private HttpRequest request(String eventId, byte[] event) {
        var now = clock.instant();
        return HttpRequest.newBuilder(receiver)
                .timeout(timeout)
                .header("Content-Type", CloudEventJson.MEDIA_TYPE)
                .header(Signature.ID, eventId)
                .header(Signature.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .header(Signature.SIGNATURE, Signature.of(secret(), eventId, now, event))
                .POST(HttpRequest.BodyPublishers.ofByteArray(event))
                .build();
    }

    private Secret secret() {
        if (credentials.resolve(credentialRef) instanceof Outcome.Done<Secret>(var secret)) {
            return secret;
        }
        throw new NotDelivered("the secret " + credentialRef + " is not there", null);
    }

    private static void requireTaken(int status) {
        if (TRY_AGAIN.contains(status) || status >= SERVER_ERROR) {
            throw new NotDelivered("the receiver answered " + status, null);
        }
        if (status / 100 != 2) {
            throw new NotAccepted("the receiver answered " + status);
        }
    }
}
