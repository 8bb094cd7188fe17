package dev.caravan.m365.graph;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What Graph says when it does not do something: `{"error": {"code", "message", "details": [{"code", "target"}]}}`.
final class GraphErrors {

    private GraphErrors() {}

    /// The answer, or the failure that it is.
    static Outcome<Answer> unlessSuccess(String host, Answer answer) {
        return answer.isSuccess() ? Outcome.done(answer) : Failures.of(host, answer, text(answer));
    }

    private static String text(Answer answer) {
        return answer.json()
                .map(json -> json.path("error"))
                .filter(JsonNode::isObject)
                .map(GraphErrors::text)
                .orElseGet(answer::otherText);
    }

    /// Codes too: messages are Microsoft's to change.
    private static String text(JsonNode error) {
        var details = error.path("details")
                .valueStream()
                .map(detail -> said(Stream.of(detail.path("code"), detail.path("target")), " "))
                .map(detail -> " (" + detail + ")")
                .collect(Collectors.joining());
        return said(Stream.of(error.path("code"), error.path("message")), ": ") + details;
    }

    private static String said(Stream<JsonNode> texts, String separator) {
        return texts.flatMap(node -> node.stringValueOpt().stream()).collect(Collectors.joining(separator));
    }
}
