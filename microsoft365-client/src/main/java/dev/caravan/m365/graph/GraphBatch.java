package dev.caravan.m365.graph;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Several requests in one, told apart by their number.
final class GraphBatch {

    private GraphBatch() {}

    static ObjectNode request(List<GraphRequest> requests) {
        if (requests.isEmpty() || requests.size() > GraphRequest.BATCH_MAX) {
            throw new IllegalArgumentException(
                    "a batch has 1 to %d requests, not %d".formatted(GraphRequest.BATCH_MAX, requests.size()));
        }
        var batch = JsonNodeFactory.instance.objectNode();
        var parts = batch.putArray("requests");
        for (var number = 0; number < requests.size(); number++) {
            parts.add(part(id(number), requests.get(number)));
        }
        return batch;
    }

    /// One outcome for each request; a part that is missing may have taken effect or not.
    static Outcome<List<Outcome<Answer>>> outcomes(String host, int requests, Answer answer) {
        return answer.json()
                .filter(json -> json.path("responses").isArray())
                .map(json -> Outcome.done(outcomes(host, requests, json)))
                .orElseGet(() -> Failures.unreadable(host, answer));
    }

    private static List<Outcome<Answer>> outcomes(String host, int requests, ObjectNode answered) {
        Map<String, Outcome<Answer>> byId = new HashMap<>();
        answered.path("responses")
                .valueStream()
                .filter(part -> part.path("status").isInt())
                .forEach(part ->
                        byId.put(part.path("id").asString(""), GraphErrors.unlessSuccess(host, Answer.ofPart(part))));
        return IntStream.range(0, requests)
                .mapToObj(number -> byId.getOrDefault(id(number), Failures.unknown(host)))
                .toList();
    }

    private static ObjectNode part(String id, GraphRequest request) {
        var part = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("method", request.method().name())
                .put("url", request.path());
        request.body().ifPresent(body -> {
            part.putObject("headers").put("Content-Type", "application/json");
            part.set("body", body);
        });
        return part;
    }

    private static String id(int number) {
        return String.valueOf(number + 1);
    }
}
