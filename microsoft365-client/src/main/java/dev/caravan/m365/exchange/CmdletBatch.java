package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import dev.caravan.m365.wire.Parts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Several cmdlets in one request, told apart by their number: what a part's error says of its target may be empty.
final class CmdletBatch {

    private CmdletBatch() {}

    /// @param url of a single cmdlet
    /// @param headers of a single cmdlet
    static ObjectNode request(List<Cmdlet> cmdlets, String url, Map<String, String> headers) {
        if (cmdlets.isEmpty() || cmdlets.size() > Cmdlet.BATCH_MAX) {
            throw new IllegalArgumentException(
                    "a batch has 1 to %d cmdlets, not %d".formatted(Cmdlet.BATCH_MAX, cmdlets.size()));
        }
        var batch = JsonNodeFactory.instance.objectNode();
        var parts = batch.putArray("requests");
        for (var number = 0; number < cmdlets.size(); number++) {
            var cmdlet = cmdlets.get(number);
            var part = parts.addObject()
                    .put("id", Parts.id(number))
                    .put("method", "POST")
                    .put("url", url + CmdletInput.query(cmdlet));
            headers.forEach(part.putObject("headers")::put);
            part.set("body", CmdletInput.body(cmdlet));
        }
        return batch;
    }

    /// One outcome for each cmdlet; a part that is missing may have taken effect or not.
    static Outcome<List<Outcome<CmdletOutput>>> outcomes(String host, List<Cmdlet> cmdlets, Answer answer) {
        return Parts.in(answer)
                .map(parts -> Outcome.done(IntStream.range(0, cmdlets.size())
                        .mapToObj(number -> outcome(host, cmdlets.get(number), parts.get(Parts.id(number))))
                        .toList()))
                .orElseGet(() -> Failures.unreadable(host, answer));
    }

    private static Outcome<CmdletOutput> outcome(String host, Cmdlet cmdlet, @Nullable Answer part) {
        return part == null ? Failures.unknown(host) : CmdletAnswers.outcome(host, cmdlet, part);
    }
}
