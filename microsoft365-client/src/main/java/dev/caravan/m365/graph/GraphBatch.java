package dev.caravan.m365.graph;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import dev.caravan.m365.wire.Parts;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
            parts.add(part(Parts.id(number), requests.get(number)));
        }
        return batch;
    }

    /// One outcome for each request; a part that is missing may have taken effect or not.
    static Outcome<List<Outcome<Answer>>> outcomes(String host, int requests, Answer answer) {
        return Parts.in(answer)
                .map(parts -> Outcome.done(IntStream.range(0, requests)
                        .mapToObj(number -> outcome(host, parts.get(Parts.id(number))))
                        .toList()))
                .orElseGet(() -> Failures.unreadable(host, answer));
    }

    private static Outcome<Answer> outcome(String host, @Nullable Answer part) {
        return part == null ? Failures.unknown(host) : GraphErrors.unlessSuccess(host, part);
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
}
