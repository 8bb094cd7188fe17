package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.CmdletOutput;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Lookup;
import dev.caravan.m365.wire.Failures;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Reads what many identities mean, in as few requests as Exchange allows.
record Readings(ExchangeOnline exchange) {

    /// The one object that each identity means; one that means nothing is missing.
    ///
    /// @return [Outcome.Failed] for good, with code `ambiguous`, when one means several
    Outcome<Map<String, ObjectNode>> one(Collection<String> ids, Function<String, Cmdlet> asking, Call call) {
        return all(ids, asking, call).then(found -> {
            var ones = new LinkedHashMap<String, ObjectNode>();
            for (var entry : found.entrySet()) {
                if (entry.getValue().size() > 1) {
                    return Outcome.failedForGood(
                            "ambiguous",
                            "\"%s\" means %d objects"
                                    .formatted(entry.getKey(), entry.getValue().size()));
                }
                ones.put(entry.getKey(), entry.getValue().getFirst());
            }
            return Outcome.done(ones);
        });
    }

    /// Objects by their id in Exchange; one that is not there is missing.
    ///
    /// @param reading selects `Guid`
    Outcome<Map<String, ObjectNode>> byGuid(Collection<String> guids, Cmdlet reading, Call call) {
        return new Lookup("Guid", reading).of(guids, exchange, call);
    }

    /// Objects by their id in Exchange or in the directory; one that is not there is missing.
    ///
    /// @param reading selects both
    Outcome<Map<String, ObjectNode>> byId(Collection<String> ids, Cmdlet reading, Call call) {
        return byGuid(ids, reading, call).then(found -> {
            var others = ids.stream().filter(id -> !found.containsKey(id)).toList();
            return new Lookup(RecipientCmdlets.DIRECTORY_ID, reading)
                    .of(others, exchange, call)
                    .map(more -> union(found, more));
        });
    }

    private static Map<String, ObjectNode> union(Map<String, ObjectNode> some, Map<String, ObjectNode> others) {
        var all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }

    /// All objects that each identity means; one that means nothing is missing.
    Outcome<Map<String, List<ObjectNode>>> all(Collection<String> ids, Function<String, Cmdlet> asking, Call call) {
        var keys = List.copyOf(ids);
        return exchange.each(keys.stream().map(asking).toList(), call).then(outcomes -> {
            var found = new LinkedHashMap<String, List<ObjectNode>>();
            for (var number = 0; number < keys.size(); number++) {
                var outcome = outcomes.get(number);
                if (outcome instanceof Outcome.Done<CmdletOutput>(var output)) {
                    if (!output.objects().isEmpty()) {
                        found.put(keys.get(number), output.objects());
                    }
                } else if (!Failures.isFailure(outcome, Failures.NOT_FOUND)) {
                    return outcome.map(_ -> Map.of());
                }
            }
            return Outcome.done(found);
        });
    }
}
