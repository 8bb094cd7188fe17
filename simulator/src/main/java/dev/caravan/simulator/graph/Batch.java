package dev.caravan.simulator.graph;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Several requests in one: the whole succeeds even if parts fail, and a part that leans on a failed one fails with it.
///
/// Source: Microsoft Graph, JSON batching.
final class Batch {

    private static final int PARTS_MAX = 20;
    private static final int SUCCESSES = 200;
    private static final int FAILED = 400;

    private final String base;
    private final InstantSource clock;
    private final Function<GraphRequest, GraphAnswer> answering;

    Batch(String base, InstantSource clock, Function<GraphRequest, GraphAnswer> answering) {
        this.base = base;
        this.clock = clock;
        this.answering = answering;
    }

    /// Microsoft promises no order, so here it is never the one of the requests.
    ObjectNode answer(JsonNode body) {
        JsonNode requests = body.path("requests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw GraphError.badRequest("Invalid batch payload format.");
        }
        if (requests.size() > PARTS_MAX) {
            throw GraphError.badRequest(
                    "Number of batch request steps exceeds the maximum value of " + PARTS_MAX + ".");
        }
        List<Part> parts = parts(requests);
        Map<String, Integer> statuses = new HashMap<>();
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode responses = answer.putArray("responses");
        for (Part part : parts) {
            GraphAnswer given = given(part, statuses);
            statuses.put(part.id(), given.status());
            if (!(given instanceof GraphAnswer.Lost)) {
                responses.insert(0, response(part.id(), given));
            }
        }
        return answer;
    }

    /// @param dependsOn ids of parts before it
    private record Part(String id, GraphRequest request, List<String> dependsOn) {}

    /// All parts, before any of them is carried out: a malformed batch does nothing.
    private List<Part> parts(JsonNode requests) {
        List<Part> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode written : requests) {
            List<String> dependsOn = written.path("dependsOn")
                    .valueStream()
                    .map(id -> id.asString(""))
                    .toList();
            if (!ids.containsAll(dependsOn)) {
                throw GraphError.badRequest("Invalid dependsOn reference: " + dependsOn);
            }
            String id = required(written, "id");
            if (!ids.add(id)) {
                throw GraphError.badRequest("Request Id has been reused: " + id);
            }
            String method = required(written, "method").toUpperCase(Locale.ROOT);
            JsonNode headers = written.path("headers");
            if (written.has("body") && !headers.has("Content-Type")) {
                throw GraphError.badRequest(
                        "Write request id : " + id + " does not contain Content-Type header or body.");
            }
            GraphRequest request = GraphRequest.of(method, base, required(written, "url"), written.path("body"))
                    .at(headers.path("ConsistencyLevel").asString(""));
            parts.add(new Part(id, request, dependsOn));
        }
        return parts;
    }

    private GraphAnswer given(Part part, Map<String, Integer> statuses) {
        boolean failed = part.dependsOn().stream()
                .mapToInt(id -> statuses.getOrDefault(id, FAILED))
                .anyMatch(status -> status < SUCCESSES || status >= FAILED);
        return failed
                ? new GraphAnswer.Bad(GraphError.failedDependency(), clock.instant())
                : answering.apply(part.request());
    }

    private static ObjectNode response(String id, GraphAnswer answer) {
        ObjectNode response =
                JsonMapper.shared().createObjectNode().put("id", id).put("status", answer.status());
        ObjectNode headers = response.putObject("headers");
        answer.headers().forEach(headers::put);
        if (!answer.body().isMissingNode()) {
            headers.put("Content-Type", "application/json");
            response.set("body", answer.body());
        }
        return response;
    }

    private static String required(JsonNode part, String property) {
        String value = part.path(property).asString("");
        if (value.isEmpty()) {
            throw GraphError.badRequest("Invalid batch payload format: " + property + " is missing.");
        }
        return value;
    }
}
