package dev.caravan.m365.token;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Endpoints;
import dev.caravan.m365.wire.Failures;
import dev.caravan.m365.wire.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends msal4j's requests, each with the leave of the command that needs the token. Answers that say that the login
/// host itself is not well are kept from msal4j, which would only wrap them.
final class LoginHttp implements IHttpClient {

    private static final String API = "login";

    private final String host;
    private final Http http;
    private final Endpoints endpoints;
    private final Duration timeout;
    private final AtomicReference<@Nullable Call> leave = new AtomicReference<>();

    LoginHttp(String host, Http http, Endpoints endpoints, Duration timeout) {
        this.host = host;
        this.http = http;
        this.endpoints = endpoints;
        this.timeout = timeout;
    }

    /// Whose leave counts from now on.
    void sendThrough(Call call) {
        leave.set(call);
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws UnansweredException {
        var call = leave.get();
        if (call == null) {
            throw new IllegalStateException("no command asks for a token");
        }
        return switch (call.remote(API, host, () -> sent(request))) {
            case Outcome.Done<Answer>(var answer) -> response(answer);
            case Outcome<Answer> failed -> throw new UnansweredException(failed);
        };
    }

    private Outcome<Answer> sent(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(
                        endpoints.at(host, request.url().getFile()))
                .timeout(timeout);
        request.headers().forEach(builder::setHeader);
        var body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        return http.send(
                        host,
                        builder.method(request.httpMethod().methodName, body).build())
                .then(this::saidOfTheRequest);
    }

    private Outcome<Answer> saidOfTheRequest(Answer answer) {
        return answer.status() == 429 || answer.status() >= 500
                ? Failures.of(host, answer, answer.text())
                : Outcome.done(answer);
    }

    private static IHttpResponse response(Answer answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        var response = new HttpResponse().statusCode(answer.status()).body(answer.text());
        response.addHeaders(headers);
        return response;
    }

    /// Carries an outcome through msal4j.
    static final class UnansweredException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Outcome<Answer> outcome;

        UnansweredException(Outcome<Answer> outcome) {
            super(outcome.toString());
            this.outcome = outcome;
        }

        /// Why there is no answer; never [Outcome.Done].
        Outcome<Answer> outcome() {
            return outcome;
        }
    }
}
