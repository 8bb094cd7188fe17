package dev.caravan.schemas;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the Confluent-compatible registry API (`/subjects`, `/schemas/ids`, `/config`), for any registry that
/// offers it. Answers are kept: an id never changes its schema.
public final class SchemaRegistryClient implements SchemaIds, AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CALL_TIMEOUT).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Integer, Schema> schemaById = new ConcurrentHashMap<>();

    /// @param base up to the API's version: `http://127.0.0.1:8081/apis/ccompat/v7`
    public SchemaRegistryClient(URI base) {
        String text = base.toString();
        this.base = URI.create(text.endsWith("/") ? text : text + "/");
    }

    @Override
    public int idOf(String subject, Schema schema) {
        Answer answer = call("POST", "subjects/" + encoded(subject), Map.of("schema", schema.toString()));
        if (answer.status() == NOT_FOUND) {
            throw new RegistryUnavailable("the registry does not have this version of " + subject + " yet");
        }
        return answer.body().path("id").asInt();
    }

    @Override
    public Schema schemaOf(int id) {
        return schemaById.computeIfAbsent(id, this::fetch);
    }

    /// Registers the schema and answers its id; an equal one that is there already keeps its id.
    ///
    /// Throws [IllegalStateException] when the subject's compatibility forbids it.
    public int register(String subject, Schema schema) {
        Answer answer = call("POST", "subjects/" + encoded(subject) + "/versions", Map.of("schema", schema.toString()));
        if (answer.status() == CONFLICT) {
            throw new IllegalStateException(subject + " may not change like this: " + answer.body());
        }
        return answer.body().path("id").asInt();
    }

    /// Sets what later versions of every subject must respect, as `BACKWARD_TRANSITIVE`.
    public void compatibility(String level) {
        call("PUT", "config", Map.of("compatibility", level));
    }

    @Override
    public void close() {
        http.close();
    }

    private Schema fetch(int id) {
        Answer answer = call("GET", "schemas/ids/" + id, Map.of());
        if (answer.status() == NOT_FOUND) {
            throw new UnreadableRecord("the registry knows no schema with the id " + id);
        }
        return new Schema.Parser().parse(answer.body().path("schema").asString());
    }

    private Answer call(String method, String path, Map<String, String> body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(CALL_TIMEOUT)
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE)
                .method(method, publisher(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer(request, response);
        } catch (IOException | JacksonException unreachable) {
            throw new RegistryUnavailable("no answer from the registry at " + base, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailable("interrupted while asking the registry at " + base, interrupted);
        }
    }

    private Answer answer(HttpRequest request, HttpResponse<String> response) {
        int status = response.statusCode();
        boolean expected = status / 100 == 2 || status == NOT_FOUND || status == CONFLICT;
        if (!expected) {
            throw new RegistryUnavailable(
                    "the registry answered " + status + " to " + request.method() + " " + request.uri());
        }
        return new Answer(status, json.readTree(response.body()));
    }

    private HttpRequest.BodyPublisher publisher(Map<String, String> body) {
        return body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    private record Answer(int status, JsonNode body) {}
}
