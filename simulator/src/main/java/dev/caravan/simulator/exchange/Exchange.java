package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.trouble.Trouble;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs a cmdlet and cuts its answer into pages.
///
/// @param address of the request without its options, which links to further pages repeat
/// @param select the value of `$select`
/// @param from how many rows earlier pages had
/// @param sizeMax how many rows a page may have
record Exchange(String address, Optional<String> select, int from, int sizeMax) {

    static final int PAGE_SIZE_MAX = 1000;

    private static final String TRUNCATED = "There are more results available than are currently displayed. To view"
            + " them, increase the value for the ResultSize parameter.";

    /// What came of a call.
    sealed interface Answer {

        record Rows(JsonNode body) implements Answer {}

        record Failed(CmdletError error) implements Answer {}

        /// No such cmdlet for this application; the real service answers nothing that can be read.
        record Forbidden() implements Answer {}

        /// Something goes wrong on the way.
        record Troubled(Trouble trouble) implements Answer {}

        /// Whatever was done, nobody hears of it.
        record Lost() implements Answer {}
    }

    Answer run(Repertoire repertoire, Change change, Cmdlet cmdlet) {
        Optional<Cmdlets.Definition> definition = repertoire.find(cmdlet.name());
        if (definition.isEmpty()) {
            return new Answer.Forbidden();
        }
        try {
            return new Answer.Rows(page(definition.get(), repertoire.heedsResultSize(), change, cmdlet));
        } catch (CmdletError error) {
            change.discard();
            return new Answer.Failed(repertoire.worded(error));
        }
    }

    /// Where a cmdlet knows `ResultSize`, an answer without it is cut off after one row: one of the two ways in which
    /// the service was seen to behave, and the stricter.
    ///
    /// @param heeding whether `ResultSize` means anything
    private ObjectNode page(Cmdlets.Definition definition, boolean heeding, Change change, Cmdlet cmdlet) {
        Result result = definition.run(change, cmdlet);
        List<ObjectNode> all = new Rows(select).of(result.rows());
        boolean truncated = heeding
                && definition.limited()
                && cmdlet.text("ResultSize")
                        .filter("Unlimited"::equalsIgnoreCase)
                        .isEmpty();
        int size = truncated ? limit(cmdlet) : sizeMax;
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put(
                "@odata.context",
                "https://outlook.office.com/adminapi/beta/" + change.tenant().id()
                        + "/$metadata#Collection(Exchange.GenericHashTable)");
        body.put("adminapi.warnings@odata.type", "#Collection(String)");
        ArrayNode warnings = body.putArray("@adminapi.warnings");
        result.warnings().forEach(warnings::add);
        if (cmdlet.sets() && change.effects().isEmpty()) {
            warnings.add("The command completed successfully but no settings of '"
                    + cmdlet.text("Identity").orElse("") + "' have been modified.");
        }
        ArrayNode value = body.putArray("value");
        all.stream().skip(from).limit(size).forEach(value::add);
        if (from + size < all.size()) {
            if (truncated) {
                warnings.add(TRUNCATED);
            }
            body.put(
                    "@odata.nextLink",
                    address + "?$skiptoken=" + (from + size)
                            + select.map(written -> "&$select=" + written).orElse(""));
        }
        return body;
    }

    private static int limit(Cmdlet cmdlet) {
        return cmdlet.text("ResultSize")
                .map(written -> {
                    try {
                        return Math.max(1, Integer.parseUnsignedInt(written));
                    } catch (NumberFormatException e) {
                        throw CmdletError.badValue("Cannot bind parameter 'ResultSize' to \"" + written + "\".");
                    }
                })
                .orElse(1);
    }
}
