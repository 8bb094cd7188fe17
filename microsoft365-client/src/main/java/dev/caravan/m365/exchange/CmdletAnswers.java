package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an answer to a cmdlet means.
final class CmdletAnswers {

    private CmdletAnswers() {}

    /// The output, or the failure that it is.
    static Outcome<CmdletOutput> outcome(String host, Cmdlet cmdlet, Answer answer) {
        if (!answer.isSuccess()) {
            return CmdletErrors.of(host, cmdlet, answer);
        }
        return answer.json()
                .map(json -> output(cmdlet, answer, json))
                .orElseGet(() -> answer.otherText().isBlank()
                        ? Outcome.done(new CmdletOutput(List.of(), warnings(answer, List.of()), Optional.empty()))
                        : Failures.unreadable(host, answer));
    }

    private static Outcome<CmdletOutput> output(Cmdlet cmdlet, Answer answer, ObjectNode json) {
        var warnings = warnings(answer, texts(json.path("@adminapi.warnings")));
        var errors = texts(json.path("@adminapi.errors"));
        if (!errors.isEmpty()) {
            return Outcome.failedForGood("cmdlet-failed", cmdlet + ": " + String.join(" ", errors));
        }
        return warnings.stream()
                .filter(CmdletAnswers::saysTruncated)
                .findFirst()
                .<Outcome<CmdletOutput>>map(warning -> Outcome.failedForGood("truncated", cmdlet + ": " + warning))
                .orElseGet(() -> Outcome.done(new CmdletOutput(
                        objects(json), warnings, json.path("@odata.nextLink").stringValueOpt())));
    }

    /// A cmdlet that changes something has no `value`.
    private static List<ObjectNode> objects(ObjectNode json) {
        return json.path("value")
                .valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /// Warnings are said in the body, in a header, or in both.
    private static List<String> warnings(Answer answer, List<String> inBody) {
        var inHeader = answer.header("X-Warnings").filter(text -> !text.isBlank()).stream();
        return Stream.concat(inBody.stream(), inHeader).distinct().toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream()
                .map(node -> node.isString() ? node.stringValue() : node.toString())
                .toList();
    }

    /// "There are more results available than are currently displayed. To view them, increase the value for the
    /// ResultSize parameter." and its kin.
    private static boolean saysTruncated(String warning) {
        var lower = warning.toLowerCase(Locale.ROOT);
        return lower.contains("resultsize") || lower.contains("more results");
    }
}
