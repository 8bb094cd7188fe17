package dev.caravan.launcher.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// One HTTP service: requests and answers are JSON; an answer of any status is an [Answer], no connection an
/// [IOException].
public final class Web {

    public static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final Duration CALL_TIMEOUT_MAX = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int UNAVAILABLE = 503;

    /// One for all services: each client has threads and a trust store of its own.
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private final String base;
    private final Map<String, String> headers;
    private final Duration patience;

    public Web(String base) {
        this(base, Map.of(), Duration.ZERO);
    }

    private Web(String base, Map<String, String> headers, Duration patience) {
        this.base = base;
        this.headers = headers;
        this.patience = patience;
    }

    /// The same service with headers on every request.
    public Web with(Map<String, String> headers) {
        return new Web(base, Map.copyOf(headers), patience);
    }

    /// The same service, asked again for that long when it does not answer or is not ready, as after a restart. For
    /// calls that may come twice.
    public Web patient(Duration max) {
        return new Web(base, headers, max);
    }

    public String base() {
        return base;
    }

    public Answer get(String path) throws IOException {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) throws IOException {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) throws IOException {
        return send("PUT", path, body);
    }

    public Answer delete(String path) throws IOException {
        return send("DELETE", path, null);
    }

    private Answer send(String method, String path, @Nullable Object body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(CALL_TIMEOUT_MAX);
        headers.forEach(request::header);
        request.method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        request.header("Content-Type", "application/json");
        return patiently(method + " " + base + path, request.build());
    }

    private Answer patiently(String call, HttpRequest request) throws IOException {
        var begun = System.nanoTime();
        while (true) {
            var late = System.nanoTime() - begun >= patience.toNanos();
            try {
                var response = CLIENT.send(request, BodyHandlers.ofString());
                if (response.statusCode() != UNAVAILABLE || late) {
                    return new Answer(call, response.statusCode(), read(response.body()));
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException(call);
            } catch (IOException unanswered) {
                if (late) {
                    throw new IOException(call + " was not answered: " + unanswered, unanswered);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JacksonException plainText) {
            return JsonNodeFactory.instance.stringNode(body);
        }
    }

    /// @param call method and address, for messages
    public record Answer(String call, int status, JsonNode body) {

        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /// The body of a good answer; any other is a [Refusal] that names the call and the problem's own words.
        public JsonNode orThrow() throws Refusal {
            if (!ok()) {
                throw new Refusal(call + " answered " + status + ": " + problem());
            }
            return body;
        }

        /// The words of problem details (RFC 9457), or the body itself.
        public String problem() {
            if (body.has("detail")) {
                return body.path("detail").asString();
            }
            return body.has("title") ? body.path("title").asString() : body.toString();
        }
    }

    /// The service answered, and the answer is no.
    public static final class Refusal extends IOException {

        private static final long serialVersionUID = 1;

        Refusal(String message) {
            super(message);
        }
    }
}
